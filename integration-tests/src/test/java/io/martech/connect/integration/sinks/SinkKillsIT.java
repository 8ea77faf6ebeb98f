package io.martech.connect.integration.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.KillableWorker;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A worker with all sinks is killed (SIGKILL) again and again, in the middle of writing. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class SinkKillsIT {

    private static final int PEOPLE = 30;
    private static final int KILLS = 3;
    private static final int RECORDS_EACH_TIME = 20;
    private static final Duration LATENCY = Duration.ofMillis(100);

    /**
     * In the end each platform shows the last record of everyone. Of each person, numbers arrive in order; after a kill they may
     * begin again with what was not committed, once for each kill. Where every record counts, none is missing.
     */
    @Test
    void afterKillsEveryPlatformShowsTheLastRecordOfEveryone(TestCluster cluster) {
        List<Run> runs = new ArrayList<>();
        try (KillableWorker worker =
                KillableWorker.start(cluster, cluster.uniqueName("kills"), WorkerSettings.small())) {
            for (EverySink kind : EverySink.values()) {
                runs.add(Run.start(kind, cluster, worker.rest()));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                int first = kill * RECORDS_EACH_TIME;
                List<Integer> before = new ArrayList<>();
                runs.forEach(run -> {
                    before.add(run.received());
                    run.destination.latency(LATENCY);
                    run.topic.write(run.people, first, first + RECORDS_EACH_TIME);
                });
                worker.killWhen(() -> runs.stream().map(Run::received).toList(), received -> {
                    boolean all = true;
                    for (int i = 0; i < received.size(); i++) {
                        boolean reached = received.get(i) >= before.get(i) + PEOPLE;
                        // Whoever is first goes on more slowly, for the kill is to hit all.
                        runs.get(i).destination.latency(reached ? LATENCY.multipliedBy(10) : LATENCY);
                        all &= reached;
                    }
                    return all;
                });
                assertThat(runs.get(0).received())
                        .as("it was killed in the middle")
                        .isLessThan(before.get(0) + PEOPLE * RECORDS_EACH_TIME);
                worker.start();
            }
            runs.forEach(run -> run.destination.latency(LATENCY));
            runs.forEach(run -> run.endsWith(KILLS * RECORDS_EACH_TIME - 1));
        } finally {
            runs.forEach(run -> run.destination.close());
        }
    }

    /** One sink and where it writes. */
    private record Run(EverySink kind, SinkDestination destination, List<String> people, SinkTopic topic) {

        static Run start(EverySink kind, TestCluster cluster, ConnectRestClient rest) {
            SinkDestination destination = kind.start();
            Run run = new Run(kind, destination, destination.people(PEOPLE), SinkTopic.create(cluster, 2));
            DeployedConnector.deploy(
                    rest,
                    run.topic.name(),
                    destination
                            .sink(run.topic.name())
                            .with("batch.size", "5")
                            .with("max.in.flight.requests", Integer.toString(destination.mostRequestsAtOnce())));
            return run;
        }

        int received() {
            return destination.numbersByPerson().values().stream()
                    .mapToInt(List::size)
                    .sum();
        }

        void endsWith(int last) {
            Patience.untilAsserted(
                    () -> assertThat(new TreeSet<>(destination.state().values()))
                            .as("%s", kind)
                            .containsExactly(last));
            assertThat(destination.state()).as("%s", kind).containsOnlyKeys(people);
            assertThat(destination.conflictingWrites()).as("%s", kind).isZero();
            assertThat(destination.numbersByPerson().values()).allSatisfy(numbers -> {
                int steppedBack = 0;
                for (int i = 1; i < numbers.size(); i++) {
                    if (kind == EverySink.LINKFLOW_MESSAGES) {
                        assertThat(numbers.get(i))
                                .as("%s: after %d in %s", kind, numbers.get(i - 1), numbers)
                                .isLessThanOrEqualTo(numbers.get(i - 1) + 1);
                    }
                    steppedBack += numbers.get(i) <= numbers.get(i - 1) ? 1 : 0;
                }
                assertThat(steppedBack)
                        .as("%s: repetitions in %s", kind, numbers)
                        .isLessThanOrEqualTo(KILLS);
            });
        }
    }
}

package io.martech.connect.integration;

import static io.martech.connect.integration.KillableWorkers.killWhen;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sandbox.cluster.LocalConnectWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
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

    /**
     * In the end each platform shows the last record of everyone. Of each person, numbers arrive in order; after a kill they may
     * begin again with what was not committed, once for each kill.
     */
    @Test
    void afterKillsEveryPlatformShowsTheLastRecordOfEveryone(TestCluster cluster) {
        Map<EverySink, Run> runs = new HashMap<>();
        try (LocalConnectWorker worker = cluster.startWorker(cluster.uniqueName("kills"), KillableWorkers.settings())) {
            for (EverySink kind : EverySink.values()) {
                runs.put(kind, Run.start(kind, cluster, worker));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                int first = kill * RECORDS_EACH_TIME;
                List<Integer> before = new ArrayList<>();
                runs.values().forEach(run -> {
                    before.add(run.received());
                    run.topic.write(run.people, first, first + RECORDS_EACH_TIME);
                });
                killWhen(worker, () -> runs.values().stream().map(Run::received).toList(), received -> IntStream.range(
                                0, received.size())
                        .allMatch(i -> received.get(i) >= before.get(i) + PEOPLE));
                worker.start();
            }
            runs.forEach((kind, run) -> run.endsWith(kind, KILLS * RECORDS_EACH_TIME - 1));
        } finally {
            runs.values().forEach(run -> run.destination.close());
        }
    }

    /** One sink and where it writes. */
    private record Run(SinkDestination destination, List<String> people, SinkTopic topic) {

        static Run start(EverySink kind, TestCluster cluster, LocalConnectWorker worker) {
            SinkDestination destination = kind.start();
            destination.latency(Duration.ofMillis(100));
            Run run = new Run(destination, destination.people(PEOPLE), SinkTopic.create(cluster, 2));
            DeployedConnector.deploy(
                    worker.rest(),
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

        void endsWith(EverySink kind, int last) {
            Patience.untilAsserted(
                    () -> assertThat(new TreeSet<>(destination.state().values()))
                            .as("%s", kind)
                            .containsExactly(last));
            assertThat(destination.state()).as("%s", kind).containsOnlyKeys(people);
            assertThat(destination.conflictingWrites()).as("%s", kind).isZero();
            assertThat(destination.numbersByPerson().values()).allSatisfy(numbers -> {
                int steppedBack = 0;
                for (int i = 1; i < numbers.size(); i++) {
                    steppedBack += numbers.get(i) <= numbers.get(i - 1) ? 1 : 0;
                }
                assertThat(steppedBack)
                        .as("%s: repetitions in %s", kind, numbers)
                        .isLessThanOrEqualTo(KILLS);
            });
        }
    }
}

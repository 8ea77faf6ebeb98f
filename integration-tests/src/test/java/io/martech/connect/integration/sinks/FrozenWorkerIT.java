package io.martech.connect.integration.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.sandbox.cluster.LocalConnectWorker;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A worker that stands still, as a virtual machine does that is moved or a process that swaps, and goes on later. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class FrozenWorkerIT {

    private static final int PEOPLE = 20;
    private static final int NEWEST = 20;

    /**
     * The shared worker runs a connector of the same name, so it is in the same consumer group: it takes over from the frozen one when
     * that is missed, and writes on to the newest values.
     */
    @Test
    void whatAFrozenWorkerHoldsOverwritesNothingThatItsSuccessorHasWritten(TestCluster cluster) throws Exception {
        SinkTopic topic = SinkTopic.create(cluster, 1);
        try (LinkflowMessagesDestination destination = new LinkflowMessagesDestination();
                LocalConnectWorker frozen = cluster.startWorker(cluster.uniqueName("frozen"), WorkerSettings.small())) {
            List<String> people = destination.people(PEOPLE);
            topic.write(people, 0, NEWEST);
            destination.latency(Duration.ofSeconds(1));
            ConnectorSettings settings = destination
                    .sink(topic.name())
                    .withoutTrial()
                    .with("batch.size", "1")
                    .with("max.in.flight.requests", "4")
                    // Longer than the silence after which nothing may leave.
                    .with("consumer.override.session.timeout.ms", "11000");
            DeployedConnector.deploy(frozen.rest(), topic.name(), settings);
            awaitAllInFlightToHaveArrived(destination);
            signal(frozen, "STOP");
            try (DeployedConnector successor = DeployedConnector.deploy(cluster.connect(), topic.name(), settings)) {
                destination.latency(Duration.ZERO);
                topic.write(people, NEWEST, NEWEST + 1);
                awaitNewest(destination);

                signal(frozen, "CONT");
                awaitMembers(cluster, "connect-" + topic.name(), 2);
                topic.write(people, NEWEST + 1, NEWEST + 2);
                Patience.untilAsserted(() -> assertThat(destination.state())
                        .hasSize(PEOPLE)
                        .allSatisfy((person, number) -> assertThat(number).isEqualTo(NEWEST + 1)));
                assertThat(destination.numbersByPerson()).allSatisfy((person, numbers) -> assertThat(
                                numbers.subList(numbers.indexOf(NEWEST), numbers.size()))
                        .as("nothing older after the newest")
                        .isSorted());
                assertThat(successor.status().isRunning()).isTrue();
            }
        }
    }

    /**
     * No request is leaving at that moment: one that is frozen after the last check and before its first byte arrives later,
     * and nothing but the platform could refuse it.
     */
    private static void awaitAllInFlightToHaveArrived(LinkflowMessagesDestination destination) {
        AtomicLong before = new AtomicLong();
        Patience.until(Duration.ofMillis(300), destination::writes, now -> now > 8 && before.getAndSet(now) == now);
    }

    private static void awaitNewest(LinkflowMessagesDestination destination) {
        Patience.untilAsserted(
                () -> assertThat(destination.state()).hasSize(PEOPLE).allSatisfy((person, number) -> assertThat(number)
                        .isEqualTo(NEWEST)));
    }

    /** It has joined its group anew, so it knows by now that it had been given up. */
    private static void awaitMembers(TestCluster cluster, String group, int members) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.broker().bootstrapServers()))) {
            Patience.until(
                    () -> admin.describeConsumerGroups(List.of(group))
                            .all()
                            .get()
                            .get(group)
                            .members()
                            .size(),
                    found -> found == members);
        }
    }

    private static void signal(LocalConnectWorker worker, String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(worker.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}

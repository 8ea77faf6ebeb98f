package io.martech.connect.integration.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.sandbox.cluster.ConnectorStatus;
import io.martech.connect.sandbox.cluster.LocalConnectWorker;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import io.martech.connect.sandbox.http.Delivery;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Partitions change hands while they are paused because the task holds all that it may. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class SinkRebalancesIT {

    private static final int PEOPLE = 60;

    /** So many that a partition holds more than a task does, and its task has paused it. */
    private static final int RECORDS_EACH = 120;

    /** Longer than the consumer's poll, so that {@code put} is called between a revocation and the next assignment. */
    private static final Duration LATENCY = Duration.ofMillis(1_500);

    @Test
    void everyRecordIsDeliveredWhateverRebalanceMeetsPausedPartitions(TestCluster cluster) {
        SinkTopic topic = SinkTopic.create(cluster, 2);
        String group = cluster.uniqueName("rebalances");
        try (LinkflowMessagesDestination destination = new LinkflowMessagesDestination();
                LocalConnectWorker first = cluster.startWorker(group, WorkerSettings.small())) {
            Run run = new Run(topic, destination);
            ConnectorSettings settings = destination
                    .sink(topic.name())
                    .withoutTrial()
                    .with("batch.size", "20")
                    .with("max.in.flight.requests", "4");
            run.fill();
            DeployedConnector sink =
                    DeployedConnector.deploy(first.rest(), topic.name(), settings.with("tasks.max", "2"));
            run.awaitWrites();
            try (LocalConnectWorker second = cluster.joinWorker(group, WorkerSettings.small())) {
                awaitTasksOnBoth(sink);
                run.awaitWrites();
                run.endsWithEveryRecord("a worker joins: " + second.pid());

                run.fill();
                run.awaitWrites();
            }
            run.awaitWrites();
            run.endsWithEveryRecord("a worker leaves");

            run.fill();
            run.awaitWrites();
            sink.configure(settings.with("tasks.max", "1"));
            run.endsWithEveryRecord("tasks.max changes");
            assertThat(destination.conflictingWrites()).isZero();
        }
    }

    /** Another member of the group takes the partition away, and gives it back, while the platform's refusal is on its way. */
    @Test
    void aRefusalOnItsWayWhenItsPartitionIsRevokedIsReportedOnceAndTheTaskGoesOn(TestCluster cluster) {
        SinkTopic topic = SinkTopic.create(cluster, 1);
        String deadLetters = cluster.uniqueName("dead");
        try (LinkflowMessagesDestination destination = new LinkflowMessagesDestination()) {
            List<String> people = destination.people(20);
            List<String> refused = people.subList(0, 1);
            Held refusal = new Held(new LinkflowFault(500, "B00010"), new CountDownLatch(1));
            destination.faults().injectWhere(refusal, request -> request.mentions(refused.get(0)));
            topic.write(refused, 0, 1);
            try (DeployedConnector sink = DeployedConnector.deploy(
                    cluster.connect(),
                    topic.name(),
                    destination
                            .sink(topic.name())
                            .withoutTrial()
                            .withDeadLetters(deadLetters)
                            // The task learns soon that somebody joins its group.
                            .with("consumer.override.heartbeat.interval.ms", "200"))) {
                Patience.until(() -> destination.writes() > 0);
                topic.takePartitionsOnce("connect-" + topic.name(), () -> {
                    if (isLettingGo(cluster.worker(), topic)) {
                        refusal.released().countDown();
                    }
                });

                topic.write(people.subList(1, people.size()), 0, 3);
                Patience.untilAsserted(() -> assertThat(destination.numbersByPerson())
                        .hasSize(people.size() - 1)
                        .allSatisfy((person, numbers) -> assertThat(numbers).contains(0, 1, 2)));
                topic.awaitCommitted("connect-" + topic.name());
                assertThat(cluster.committed().bytes(deadLetters)).hasSize(1);
                assertThat(sink.status().isRunning()).isTrue();
            }
        }
    }

    /** The consumer says so before it asks the task, which waits for what is on its way. */
    private static boolean isLettingGo(LocalConnectWorker worker, SinkTopic topic) {
        try (Stream<String> lines = Files.lines(worker.logFile())) {
            return lines.anyMatch(line ->
                    line.contains("Revoke previously assigned partitions") && line.contains(topic.name() + "-0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fault whose answers are held back until they are released. */
    private record Held(Fault fault, CountDownLatch released) implements Fault {

        @Override
        public boolean letsTheRequestThrough() {
            return fault.letsTheRequestThrough();
        }

        @Override
        public Delivery strike(Response answer) {
            try {
                released.await();
            } catch (InterruptedException serverIsClosing) {
                Thread.currentThread().interrupt();
            }
            return fault.strike(answer);
        }
    }

    private static void awaitTasksOnBoth(DeployedConnector sink) {
        Patience.until(() -> sink.status().tasks().stream()
                        .map(ConnectorStatus.TaskStatus::worker)
                        .distinct()
                        .count()
                == 2);
    }

    /** What was written into the topic, and what the platform has of it. */
    private static final class Run {

        private final SinkTopic topic;
        private final LinkflowMessagesDestination destination;
        private int written;

        Run(SinkTopic topic, LinkflowMessagesDestination destination) {
            this.topic = topic;
            this.destination = destination;
        }

        void fill() {
            destination.latency(LATENCY);
            topic.write(destination.people(PEOPLE), written, written + RECORDS_EACH);
            written += RECORDS_EACH;
        }

        void awaitWrites() {
            long before = destination.writes();
            Patience.until(() -> destination.writes() > before + 12);
        }

        void endsWithEveryRecord(String rebalance) {
            destination.latency(Duration.ZERO);
            Patience.untilAsserted(() -> assertThat(destination.numbersByPerson())
                    .as(rebalance)
                    .hasSize(PEOPLE)
                    .allSatisfy((person, numbers) -> assertThat(new HashSet<>(numbers).size())
                            .as("distinct numbers")
                            .isEqualTo(written)));
        }
    }
}

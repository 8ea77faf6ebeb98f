package io.martech.connect.integration.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.sandbox.cluster.JvmOptions;
import io.martech.connect.sandbox.cluster.LocalConnectWorker;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import io.martech.connect.sandbox.http.BodyLimit;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Records that are large: for the memory of a worker, and for a proxy in front of the platform. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class SinkLimitsIT {

    private static final int LARGE = 400_000;
    private static final int PEOPLE = 100;
    private static final int RECORDS_EACH = 16;

    /** All of them are fewer records than a task may hold, but more than its worker has memory for. */
    @Test
    void aTopicOfLargeRecordsFitsThroughASmallWorkerEvenWhenThePlatformTakesNothing(TestCluster cluster) {
        SinkTopic topic = SinkTopic.create(cluster, 1);
        WorkerSettings small = WorkerSettings.small()
                .withJvm(new JvmOptions("512m", JvmOptions.small().flags()));
        try (LinkflowTagValuesDestination destination = LinkflowTagValuesDestination.byPerson();
                LocalConnectWorker worker = cluster.startWorker(cluster.uniqueName("large"), small)) {
            List<String> people = destination.people(PEOPLE);
            topic.write(people, 0, RECORDS_EACH, LARGE);
            destination.faults().outage(WireFault.SERVICE_UNAVAILABLE, Traffic.WRITE);
            DeployedConnector sink = DeployedConnector.deploy(
                    worker.rest(), topic.name(), destination.sink(topic.name()).withoutTrial());
            Patience.until(() -> destination.writes() > 0);
            // In that time the worker could have read the topic too.
            topic.readThrough();
            topic.readThrough();

            destination.faults().heal();
            Map<String, Integer> last =
                    people.stream().collect(Collectors.toMap(Function.identity(), person -> RECORDS_EACH - 1));
            Patience.until(destination::state, state -> {
                assertThat(worker.isRunning())
                        .as("it ends when it runs out of memory: %s", worker.logFile())
                        .isTrue();
                return state.equals(last);
            });
            assertThat(sink.status().isRunning()).isTrue();
        } finally {
            cluster.deleteTopic(topic.name());
        }
    }

    @Test
    void aBodyLimitInFrontSplitsBatchesAndRejectsOnlyWhatAloneIsTooLarge(TestCluster cluster) {
        SinkTopic topic = SinkTopic.create(cluster, 1);
        String deadLetters = cluster.uniqueName("dead");
        try (LinkflowMessagesDestination destination = new LinkflowMessagesDestination()) {
            List<String> people = destination.people(5);
            topic.write(people, 0, 20, 10_000);
            topic.write(people.subList(0, 1), 20, 21, 150_000);
            topic.write(people, 21, 23, 10_000);
            BodyLimit limit = new BodyLimit(100_000, true);
            destination.faults().limitBodies(limit);
            try (DeployedConnector sink = DeployedConnector.deploy(
                    cluster.connect(),
                    topic.name(),
                    destination
                            .sink(topic.name())
                            .withoutTrial()
                            .withDeadLetters(deadLetters)
                            .with("batch.size", "50")
                            .with("linger.ms", "500"))) {
                List<Integer> all = IntStream.range(0, 23)
                        .filter(number -> number != 20)
                        .boxed()
                        .toList();
                Patience.untilAsserted(() -> assertThat(destination.numbersByPerson())
                        .hasSize(people.size())
                        .allSatisfy((person, numbers) -> assertThat(numbers).isEqualTo(all)));
                Patience.untilAsserted(
                        () -> assertThat(cluster.committed().bytes(deadLetters)).hasSize(1));
                assertThat(reasonOf(cluster.committed().bytes(deadLetters).get(0)))
                        .contains("HTTP 413")
                        .contains(topic.name() + "-0@100")
                        .containsPattern("body of 15\\d{4} bytes");
                assertThat(destination.faults().struck().get(limit))
                        .as("every person's batch is too large once, too")
                        .isGreaterThan(people.size());
                assertThat(sink.status().isRunning()).isTrue();
            }
        }
    }

    private static String reasonOf(ConsumerRecord<byte[], byte[]> deadLetter) {
        return new String(
                deadLetter
                        .headers()
                        .lastHeader("__connect.errors.exception.message")
                        .value(),
                StandardCharsets.UTF_8);
    }
}

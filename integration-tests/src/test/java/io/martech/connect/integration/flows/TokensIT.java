package io.martech.connect.integration.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.sinks.SinkTopic;
import io.martech.connect.integration.sources.Differences;
import io.martech.connect.integration.sources.RowTopic;
import io.martech.connect.integration.sources.SimulatedLinkflow;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What happens to running connectors when the platform, or another client, takes their token away. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class TokensIT {

    private static final int ORDERS = 1_500;
    private static final int PEOPLE = 20;
    private static final int RECORDS_EACH = 40;

    @Test
    void tokensThatDieInMidRunLoseNothing(TestCluster cluster) {
        String prefix = cluster.uniqueName("token");
        SinkTopic events = SinkTopic.create(cluster, 1);
        events.write(PEOPLE, RECORDS_EACH);
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start();
                SimulatedLinkflow destination = SimulatedLinkflow.start()) {
            LinkflowPlatform from = linkflow.platform();
            LinkflowPlatform to = destination.platform();
            from.orders().insertHistory(ORDERS, Duration.ofDays(1));
            // Slow enough that three deaths of a token lie within the run, on a busy machine too.
            from.quirks().cursorPageSize.set(20);
            from.conditions().latency(Duration.ofMillis(100));
            to.conditions().latency(Duration.ofMillis(200));
            try (DeployedConnector source = DeployedConnector.deploy(
                    cluster.connect(), prefix, linkflow.source(prefix).with("resources", "orders"))) {
                for (int time = 0; time < 3; time++) {
                    killTokenInMidRun(
                            from, 2, () -> linkflow.server().requests().of("orders.cursor"));
                }
                assertThat(linkflow.server().requests().of("orders.window"))
                        .as("the tokens died while history was read")
                        .isZero();

                Patience.untilAsserted(() -> assertThat(Differences.between(
                                RowTopic.read(cluster.committed(), prefix + ".orders")
                                        .fold(),
                                RowTopic.stateOf(linkflow.rows().get(0))))
                        .isEmpty());
                assertThat(source.status().isRunning()).isTrue();
            }
            try (DeployedConnector sink = DeployedConnector.deploy(
                    cluster.connect(), events.name(), events.sink(destination).with("batch.size", "2"))) {
                for (int time = 0; time < 3; time++) {
                    killTokenInMidRun(to, 3 * PEOPLE, to::receivedMessageCount);
                }
                Patience.untilAsserted(() -> assertThat(SinkTopic.numbersByPerson(to.receivedMessages()))
                        .hasSize(PEOPLE)
                        .allSatisfy((person, numbers) -> assertThat(numbers)
                                .containsExactlyElementsOf(
                                        IntStream.range(0, RECORDS_EACH).boxed().toList())));
                assertThat(sink.status().isRunning()).isTrue();
            }
        }
    }

    /** Waits until the present token has served every call that waited for it, and ends its life. */
    private static void killTokenInMidRun(LinkflowPlatform platform, long leastProgress, LongSupplier progress) {
        long issued = platform.tokens().issued();
        long before = progress.getAsLong();
        Patience.until(Duration.ofMillis(20), progress::getAsLong, made -> made >= before + leastProgress);
        platform.tokens().revokeAll();
        Patience.until(Duration.ofMillis(20), platform.tokens()::issued, tokens -> tokens > issued);
    }

    @Test
    void anotherClientThatKeepsReplacingTheTokenIsToldAsTheReasonOfTheFailure(TestCluster cluster) {
        String prefix = cluster.uniqueName("token");
        SinkTopic events = SinkTopic.create(cluster, 1);
        events.write(PEOPLE, RECORDS_EACH);
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start();
                OtherClient other = new OtherClient(linkflow.platform());
                DeployedConnector source =
                        DeployedConnector.deploy(cluster.connect(), prefix, linkflow.source(prefix));
                DeployedConnector sink =
                        DeployedConnector.deploy(cluster.connect(), events.name(), events.sink(linkflow))) {
            other.replaceTokens();

            String advice = "another client of the same key is replacing the token";
            assertThat(source.awaitFailure()).contains(advice).contains("a separate private App (key and secret)");
            assertThat(sink.awaitFailure()).contains(advice).contains("a separate private App (key and secret)");
        }
    }

    /** A program with the same App Key, on a platform that allows one token at a time. */
    private static final class OtherClient implements AutoCloseable {

        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        private final LinkflowPlatform platform;

        OtherClient(LinkflowPlatform platform) {
            this.platform = platform;
            platform.quirks().oneTokenAtATime.set(true);
            platform.conditions().latency(Duration.ofMillis(20));
        }

        void replaceTokens() {
            thread.scheduleAtFixedRate(platform.tokens()::issue, 0, 5, TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }
}

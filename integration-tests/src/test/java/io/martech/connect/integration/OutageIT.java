package io.martech.connect.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.linkflow.LinkflowFault;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An outage never drains a topic into the dead letters, nor is it taken for an empty platform: the task stops and says why, or
 * it waits and goes on by itself.
 */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class OutageIT {

    private static final int PEOPLE = 150;
    private static final int ORDERS = 100;

    private static SinkTopic events;

    @BeforeAll
    static void writesRecords(TestCluster cluster) {
        events = SinkTopic.create(cluster, 1);
        events.write(PEOPLE, 1);
    }

    /** Outages that stop a task, and the words of its trace. */
    static Arguments[] outagesThatStop() {
        return new Arguments[] {
            Arguments.of(LinkflowFault.UNKNOWN_CODE, "answered HTTP 500 with code B99999, which is not documented"),
            Arguments.of(LinkflowFault.ERROR_WITH_STATUS_200, "answered HTTP 200 with code B99999"),
            Arguments.of(
                    WireFault.FORBIDDEN_WITHOUT_ENVELOPE,
                    "answered HTTP 403 without the platform's error code, again with a token that had just been issued"),
            Arguments.of(WireFault.HTML_WITH_STATUS_200, "bytes that are not JSON"),
            Arguments.of(new LinkflowFault(404, "B00404"), "answered HTTP 404 with code B00404")
        };
    }

    @ParameterizedTest
    @MethodSource("outagesThatStop")
    void aSinkStopsWithTheReasonAndWithoutDeadLetters(Fault outage, String reason, TestCluster cluster) {
        try (SimulatedLinkflow destination = SimulatedLinkflow.start()) {
            destination.server().faults().outage(outage, Traffic.WRITE);
            String deadLetters = cluster.uniqueName("dead");
            try (DeployedConnector sink = DeployedConnector.deploy(
                    cluster.connect(),
                    cluster.uniqueName("outage"),
                    events.sink(destination).withDeadLetters(deadLetters))) {
                assertThat(sink.awaitFailure()).contains(reason);
                assertThat(cluster.committed().bytes(deadLetters)).isEmpty();

                destination.server().faults().heal();
                sink.restartFailed();
                awaitDelivery(destination);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("outagesThatStop")
    void aSourceStopsWithTheReason(Fault outage, String reason, TestCluster cluster) {
        try (SimulatedLinkflow linkflow = withOrders()) {
            linkflow.server().faults().outage(outage, Traffic.READ);
            String prefix = cluster.uniqueName("outage");
            try (DeployedConnector source =
                    DeployedConnector.deploy(cluster.connect(), prefix, ConnectorSettings.source(linkflow, prefix))) {
                assertThat(source.awaitFailure()).contains(reason);

                linkflow.server().faults().heal();
                source.restartFailed();
                awaitOrders(cluster, prefix);
            }
        }
    }

    /** What passes as a rule is waited for: a 5xx without a code. */
    @ParameterizedTest
    @EnumSource(value = WireFault.class, names = "SERVER_ERROR_WITH_TEXT")
    void bothWaitForAnOutageThatPassesAndThenGoOnByThemselves(WireFault outage, TestCluster cluster) {
        String prefix = cluster.uniqueName("passing");
        String deadLetters = cluster.uniqueName("dead");
        try (SimulatedLinkflow linkflow = withOrders();
                SimulatedLinkflow destination = SimulatedLinkflow.start()) {
            linkflow.server().faults().outage(outage);
            destination.server().faults().outage(outage, Traffic.WRITE);
            try (DeployedConnector source = DeployedConnector.deploy(
                            cluster.connect(),
                            prefix,
                            ConnectorSettings.source(linkflow, prefix).with("validate.credentials", "false"));
                    DeployedConnector sink = DeployedConnector.deploy(
                            cluster.connect(),
                            cluster.uniqueName("outage"),
                            events.sink(destination).withDeadLetters(deadLetters))) {
                await().atMost(Patience.FOR_AN_EFFECT).untilAsserted(() -> {
                    assertThat(linkflow.server().requests().total()).isGreaterThan(20);
                    assertThat(destination.server().requests().of("messages")).isGreaterThan(20);
                });
                assertThat(cluster.committed().bytes(prefix + ".progress"))
                        .as("an error is never an empty list")
                        .isEmpty();
                assertThat(source.status().isRunning()).isTrue();
                assertThat(sink.status().isRunning()).isTrue();

                linkflow.server().faults().heal();
                destination.server().faults().heal();
                awaitOrders(cluster, prefix);
                awaitDelivery(destination);
                assertThat(cluster.committed().bytes(deadLetters)).isEmpty();
            }
        }
    }

    @Test
    void anOutageThatOutlastsTheRetriesStopsTheTask(TestCluster cluster) {
        try (SimulatedLinkflow destination = SimulatedLinkflow.start()) {
            destination.server().faults().outage(WireFault.SERVER_ERROR_WITH_TEXT, Traffic.WRITE);
            String deadLetters = cluster.uniqueName("dead");
            try (DeployedConnector sink = DeployedConnector.deploy(
                    cluster.connect(),
                    cluster.uniqueName("outage"),
                    events.sink(destination).withDeadLetters(deadLetters).with("max.retries", "3"))) {
                assertThat(sink.awaitFailure())
                        .contains("answered HTTP 500")
                        .contains("It was repeated 3 times (max.retries)");
                assertThat(cluster.committed().bytes(deadLetters)).isEmpty();
            }
        }
    }

    @Test
    void aWrongChannelStopsTheSinkAndNamesTheKey(TestCluster cluster) {
        try (SimulatedLinkflow destination = SimulatedLinkflow.start()) {
            String deadLetters = cluster.uniqueName("dead");
            ConnectorSettings right = events.sink(destination).withDeadLetters(deadLetters);
            try (DeployedConnector sink = DeployedConnector.deploy(
                    cluster.connect(), cluster.uniqueName("outage"), right.with("channel.key", "udc_nobody"))) {
                assertThat(sink.awaitFailure())
                        .contains("Linkflow does not know the channel of channel.key")
                        .contains("B00022");
                assertThat(cluster.committed().bytes(deadLetters)).isEmpty();

                sink.configure(right);
                awaitDelivery(destination);
            }
        }
    }

    /** A documented code rejects a record; but when every record is refused alike, it is not the records. */
    @Test
    void whenEveryRecordIsRefusedAlikeTheSinkStopsAfterTheFirstFew(TestCluster cluster) {
        try (SimulatedLinkflow destination = SimulatedLinkflow.start()) {
            destination.server().faults().outage(new LinkflowFault(500, "B00010"), Traffic.WRITE);
            String deadLetters = cluster.uniqueName("dead");
            try (DeployedConnector sink = DeployedConnector.deploy(
                    cluster.connect(),
                    cluster.uniqueName("outage"),
                    events.sink(destination).withDeadLetters(deadLetters).with("max.consecutive.rejections", "5"))) {
                assertThat(sink.awaitFailure())
                        .contains("5 records in a row were refused for the same reason (B00010)");
                assertThat(cluster.committed().bytes(deadLetters)).hasSizeLessThan(5);
            }
        }
    }

    private static SimulatedLinkflow withOrders() {
        SimulatedLinkflow linkflow = SimulatedLinkflow.start();
        linkflow.platform().insertOrderHistory(ORDERS, Duration.ofDays(1));
        return linkflow;
    }

    private static void awaitOrders(TestCluster cluster, String prefix) {
        await().atMost(Patience.FOR_AN_EFFECT).untilAsserted(() -> assertThat(
                        RowTopic.read(cluster.committed(), prefix + ".orders").fold())
                .hasSize(ORDERS));
    }

    private static void awaitDelivery(SimulatedLinkflow destination) {
        await().atMost(Patience.FOR_AN_EFFECT).untilAsserted(() -> assertThat(
                        SinkTopic.numbersByPerson(destination.platform().receivedMessages()))
                .as("nothing was lost")
                .hasSize(PEOPLE));
    }
}

package io.martech.connect.integration.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.sinks.SinkTopic;
import io.martech.connect.integration.sources.EverySource;
import io.martech.connect.integration.sources.SimulatedLinkflow;
import io.martech.connect.integration.sources.SourcePlatform;
import io.martech.connect.integration.sources.SourceTopics;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An outage never drains a topic into the dead letters, nor is it taken for an empty platform: the task stops and says why, or
 * it waits and goes on by itself.
 */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class OutageIT {

    private static final int PEOPLE = 150;

    private static SinkTopic events;

    @BeforeAll
    static void writesRecords(TestCluster cluster) {
        events = SinkTopic.create(cluster, 1);
        events.write(PEOPLE, 1);
    }

    /** Outages of anything in front of a platform that stop a task, and words of its trace. */
    private static final Map<Fault, String> STOPPING_WIRE_FAULTS = Map.of(
            WireFault.FORBIDDEN_WITHOUT_ENVELOPE,
            "answered HTTP 403 without the platform's error code",
            WireFault.HTML_WITH_STATUS_200,
            "bytes that are not JSON");

    /** Nothing is lost by waiting: a page in the place of an answer, a 5xx whatever its code. */
    private static final Set<Fault> PASSING = Set.of(WireFault.HTML_WITH_STATUS_200, LinkflowFault.UNKNOWN_CODE);

    static Stream<Arguments> outagesThatStopTheSink() {
        try (SourcePlatform platform = SimulatedLinkflow.start()) {
            return Stream.concat(
                            STOPPING_WIRE_FAULTS.entrySet().stream(), platform.stoppingFaults().entrySet().stream())
                    .filter(fault -> !PASSING.contains(fault.getKey()))
                    .map(fault -> Arguments.of(fault.getKey(), fault.getValue()));
        }
    }

    static Stream<Arguments> outagesThatStopASource() {
        return Arrays.stream(EverySource.values()).flatMap(kind -> {
            try (SourcePlatform platform = kind.start()) {
                return Stream.concat(
                                STOPPING_WIRE_FAULTS.entrySet().stream(), platform.stoppingFaults().entrySet().stream())
                        .filter(fault -> !PASSING.contains(fault.getKey()))
                        .map(fault -> Arguments.of(kind, fault.getKey(), fault.getValue()));
            }
        });
    }

    static Stream<Arguments> outagesThatASourceWaitsFor() {
        return Stream.concat(
                Arrays.stream(EverySource.values())
                        .flatMap(kind -> Stream.of(WireFault.SERVER_ERROR_WITH_TEXT, WireFault.HTML_WITH_STATUS_200)
                                .map(fault -> Arguments.of(kind, fault))),
                Stream.of(Arguments.of(EverySource.LINKFLOW, LinkflowFault.UNKNOWN_CODE)));
    }

    @ParameterizedTest
    @MethodSource("outagesThatStopTheSink")
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
    @MethodSource("outagesThatStopASource")
    void aSourceStopsWithTheReason(EverySource kind, Fault outage, String reason, TestCluster cluster) {
        try (SourcePlatform platform = kind.start()) {
            platform.insertSomeRows();
            platform.faults().outage(outage, Traffic.READ);
            String prefix = cluster.uniqueName("outage");
            try (DeployedConnector source =
                    DeployedConnector.deploy(cluster.connect(), prefix, platform.source(prefix))) {
                assertThat(source.awaitFailure()).contains(reason);

                platform.faults().heal();
                source.restartFailed();
                new SourceTopics(platform, prefix, cluster.committed()).awaitEquality();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("outagesThatASourceWaitsFor")
    void aSourceWaitsForAnOutageThatPassesAndThenGoesOnByItself(EverySource kind, Fault outage, TestCluster cluster) {
        String prefix = cluster.uniqueName("passing");
        try (SourcePlatform platform = kind.start()) {
            platform.insertSomeRows();
            platform.faults().outage(outage);
            try (DeployedConnector source = DeployedConnector.deploy(
                    cluster.connect(), prefix, platform.source(prefix).withoutTrial())) {
                Patience.until(platform.requests()::total, requests -> requests > 20);
                platform.rows().forEach(rows -> assertThat(cluster.committed().bytes(prefix + "." + rows.resource()))
                        .as("an error is never an empty list")
                        .isEmpty());
                assertThat(source.status().isRunning()).isTrue();

                platform.faults().heal();
                new SourceTopics(platform, prefix, cluster.committed()).awaitEquality();
            }
        }
    }

    static Stream<Fault> outagesThatASinkWaitsFor() {
        return Stream.concat(Stream.of(WireFault.SERVER_ERROR_WITH_TEXT), PASSING.stream());
    }

    @ParameterizedTest
    @MethodSource("outagesThatASinkWaitsFor")
    void aSinkWaitsForAnOutageThatPassesAndThenGoesOnByItself(Fault outage, TestCluster cluster) {
        String deadLetters = cluster.uniqueName("dead");
        try (SimulatedLinkflow destination = SimulatedLinkflow.start()) {
            destination.faults().outage(outage, Traffic.WRITE);
            try (DeployedConnector sink = DeployedConnector.deploy(
                    cluster.connect(),
                    cluster.uniqueName("outage"),
                    events.sink(destination).withDeadLetters(deadLetters))) {
                Patience.until(() -> destination.requests().of("messages"), requests -> requests > 20);
                assertThat(sink.status().isRunning()).isTrue();

                destination.faults().heal();
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
                        .contains("It was sent 4 times")
                        .contains("max.retries (3)");
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
                        .contains("5 consecutive records were rejected for the same reason (B00010)");
                assertThat(cluster.committed().bytes(deadLetters)).hasSizeLessThan(5);
            }
        }
    }

    private static void awaitDelivery(SimulatedLinkflow destination) {
        Patience.untilAsserted(() -> assertThat(
                        SinkTopic.numbersByPerson(destination.platform().receivedMessages()))
                .as("nothing was lost")
                .hasSize(PEOPLE));
    }
}

package io.martech.connect.integration.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.ShippedConnectors;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.sinks.SinkTopic;
import io.martech.connect.integration.sources.RowTopic;
import io.martech.connect.integration.sources.SimulatedLinkflow;
import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.KafkaRuntime;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The built archives move records in both directions, on the oldest and the newest Kafka that they are tested with. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class ShippingIT {

    private static final int ORDERS = 300;
    private static final int CONTACTS = 120;
    private static final int PEOPLE = 40;
    private static final int RECORDS_EACH = 8;

    @Test
    void everyConnectorIsOfferedAndRecordsFlowBothWaysOnTheNewestKafkaLine(TestCluster cluster) {
        everyConnectorIsOfferedAndCanBeConfigured(cluster.connect());
        recordsFlowBothWays(cluster);
    }

    @Test
    void everyConnectorIsOfferedAndRecordsFlowBothWaysOnTheOldestKafkaLine() {
        try (TestCluster oldest = TestCluster.start(KafkaRuntime.OLDEST)) {
            everyConnectorIsOfferedAndCanBeConfigured(oldest.connect());
            recordsFlowBothWays(oldest);
        }
    }

    /** The worker finds plugins by their service manifests only. */
    private static void everyConnectorIsOfferedAndCanBeConfigured(ConnectRestClient rest) {
        assertThat(rest.connectorPlugins())
                .extracting(plugin -> plugin.path("class").asText())
                .containsExactlyInAnyOrderElementsOf(ShippedConnectors.all());
        assertThat(rest.connectorPlugins())
                .extracting(plugin -> plugin.path("version").asText())
                .allSatisfy(version -> assertThat(version).matches("\\d+\\.\\d+.*"));
        for (String connector : ShippedConnectors.all()) {
            JsonNode answer = rest.validate(connector, Map.of("connector.class", connector, "topics", "any"));
            assertThat(answer.path("configs")).as("keys of " + connector).isNotEmpty();
        }
    }

    private static void recordsFlowBothWays(TestCluster cluster) {
        String prefix = cluster.uniqueName("lf");
        SinkTopic events = SinkTopic.create(cluster, 2);
        events.write(PEOPLE, RECORDS_EACH);
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start();
                SimulatedLinkflow destination = SimulatedLinkflow.start()) {
            LinkflowPlatform platform = linkflow.platform();
            platform.orders().insertHistory(ORDERS, Duration.ofDays(3));
            platform.contacts().insertHistory(CONTACTS, Duration.ofDays(3));
            try (DeployedConnector source =
                            DeployedConnector.deploy(cluster.connect(), prefix, linkflow.source(prefix));
                    DeployedConnector sink =
                            DeployedConnector.deploy(cluster.connect(), events.name(), events.sink(destination))) {
                Patience.untilAsserted(() -> assertThat(RowTopic.differences(cluster.committed(), prefix, linkflow))
                        .isEmpty());
                platform.orders().updateRandom(30);
                platform.contacts().updateRandom(30);
                Patience.untilAsserted(() -> assertThat(RowTopic.differences(cluster.committed(), prefix, linkflow))
                        .isEmpty());

                Patience.untilAsserted(() -> assertThat(destination.platform().receivedMessageCount())
                        .isEqualTo(PEOPLE * RECORDS_EACH));
                assertThat(SinkTopic.numbersByPerson(destination.platform().receivedMessages()))
                        .hasSize(PEOPLE)
                        .allSatisfy((person, numbers) -> assertThat(numbers)
                                .containsExactlyElementsOf(
                                        IntStream.range(0, RECORDS_EACH).boxed().toList()));
                assertThat(source.status().isRunning()).isTrue();
                assertThat(sink.status().isRunning()).isTrue();
            }
        }
    }
}

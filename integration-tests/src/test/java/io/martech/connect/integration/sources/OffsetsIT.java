package io.martech.connect.integration.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.cluster.TopicReader.JsonRecord;
import io.martech.connect.sandbox.cluster.ConnectRestException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The offsets of the source as a person sees and changes them, through Connect's REST interface. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class OffsetsIT {

    private static final int ORDERS = 60;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void offsetsAreReadableAndARewindReadsTheChangesSinceAgain(TestCluster cluster) {
        String prefix = cluster.uniqueName("offsets");
        try (SimulatedLinkflow linkflow = withOrders();
                DeployedConnector source =
                        DeployedConnector.deploy(cluster.connect(), prefix, ordersOf(linkflow, prefix))) {
            awaitWindows(cluster, prefix);
            source.stop();

            JsonNode listed = cluster.connect().offsets(prefix).path("offsets");
            assertThat(listed).hasSize(1);
            assertThat(listed.at("/0/partition")).isEqualTo(json("{'platform':'linkflow','resource':'orders'}"));
            assertThat(listed.at("/0/offset/phase").asText()).isEqualTo("windows");
            assertThat(listed.at("/0/offset/method").asText()).isEqualTo("id");
            assertThat(listed.at("/0/offset/read_up_to").asText())
                    .as("a time of the platform")
                    .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");

            // What was listed can be sent back as it is.
            alter(cluster, prefix, "{'offsets':" + listed + "}");
            // The history was created one row after the other, so the second half is what has changed since its middle.
            List<JsonRecord> before = records(cluster, prefix);
            String middle = before.get(ORDERS / 2)
                    .value()
                    .path("lastUpdated")
                    .asText()
                    .substring(0, 19)
                    .replace('T', ' ');
            alter(
                    cluster,
                    prefix,
                    "{'offsets':[{'partition':{'resource':'orders','platform':'linkflow'},"
                            + "'offset':{'phase':'windows','read_up_to':'" + middle + "'}}]}");
            source.resume();

            Patience.untilAsserted(() -> assertThat(keys(records(cluster, prefix)))
                    .containsExactlyElementsOf(concat(keys(before), keys(before).subList(ORDERS / 2, ORDERS))));
        }
    }

    @Test
    void aResetReadsEverythingAgain(TestCluster cluster) {
        String prefix = cluster.uniqueName("offsets");
        try (SimulatedLinkflow linkflow = withOrders();
                DeployedConnector source =
                        DeployedConnector.deploy(cluster.connect(), prefix, ordersOf(linkflow, prefix))) {
            awaitWindows(cluster, prefix);
            List<Long> once = keys(records(cluster, prefix));
            source.stop();
            cluster.connect().resetOffsets(prefix);
            assertThat(cluster.connect().offsets(prefix).path("offsets")).isEmpty();
            source.resume();

            Patience.untilAsserted(
                    () -> assertThat(keys(records(cluster, prefix))).containsExactlyElementsOf(concat(once, once)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'platform':'linkflow','resource':'order'}   | {'phase':'windows','read_up_to':'2026-01-01 08:00:00'} | is not one of this connector; it must be {"platform": "linkflow", "resource": "orders" or "contacts" or
            {'platform':'linkflow'}                      | {'phase':'windows','read_up_to':'2026-01-01 08:00:00'} | is not one of this connector
            {'platform':'linkflow','resource':'orders'}  | {'phase':'windows','read_up_to':'yesterday'}           | field 'read_up_to' is yesterday, but must be a time such as 2026-01-01 08:00:00
            {'platform':'linkflow','resource':'orders'}  | {'phase':'windows'}                                    | field 'read_up_to' is null, but must be present, since the phase is windows
            {'platform':'linkflow','resource':'orders'}  | {'phase':'backfill','method':'id','last_id':-1}        | field 'last_id' is -1, but must be a whole number, not negative
            {'platform':'linkflow','resource':'orders'}  | {'phase':'forwards'}                                   | field 'phase' is forwards, but must be one of backfill, windows
            {'platform':'linkflow','resource':'orders'}  | {'lastid':1}                                           | field 'lastid' is 1, but must be left out: there is no such field
            {'platform':'linkflow','resource':'orders'}  | {'phase':'backfill','last_id':1,'scope':'start.time=2020-01-01'} | was read with start.time=2020-01-01, but the configuration is now
            """)
    void aMalformedOffsetIsRefusedAndTheRightFormShown(
            String partition, String offset, String explanation, TestCluster cluster) {
        try (DeployedConnector stopped = stopped(cluster)) {
            assertThatThrownBy(() -> alter(
                            cluster,
                            stopped.name(),
                            "{'offsets':[{'partition':" + partition + ",'offset':" + offset + "}]}"))
                    .isInstanceOf(ConnectRestException.class)
                    .hasMessageContaining(explanation);
        }
    }

    @Test
    void anotherStartTimeUnderTheSameNameIsRefusedWithWhatToDo(TestCluster cluster) {
        String prefix = cluster.uniqueName("scope");
        try (SimulatedLinkflow linkflow = withOrders();
                DeployedConnector source =
                        DeployedConnector.deploy(cluster.connect(), prefix, ordersOf(linkflow, prefix))) {
            awaitWindows(cluster, prefix);
            int records = records(cluster, prefix).size();

            String yesterday = LocalDate.now(ZoneOffset.ofHours(8)).minusDays(1).toString();
            source.configure(ordersOf(linkflow, prefix).with("start.time", yesterday));
            assertThat(source.awaitFailure())
                    .contains("The stored offset of 'orders' was read with")
                    .contains("start.time=" + yesterday)
                    .contains("restore the configuration, or stop the connector and reset the offsets of 'orders'")
                    .contains("rename the connector");

            source.stop();
            cluster.connect().resetOffsets(prefix);
            source.resume();
            Patience.untilAsserted(() -> assertThat(records(cluster, prefix)).hasSize(2 * records));
        }
    }

    private static SimulatedLinkflow withOrders() {
        SimulatedLinkflow linkflow = SimulatedLinkflow.start();
        linkflow.platform().orders().insertHistory(ORDERS, Duration.ofHours(2));
        return linkflow;
    }

    private static ConnectorSettings ordersOf(SimulatedLinkflow linkflow, String prefix) {
        return linkflow.source(prefix).with("resources", "orders");
    }

    private static DeployedConnector stopped(TestCluster cluster) {
        String prefix = cluster.uniqueName("offsets");
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start()) {
            DeployedConnector source = DeployedConnector.deploy(cluster.connect(), prefix, linkflow.source(prefix));
            source.stop();
            return source;
        }
    }

    /** Waits until history has been read and offsets are stored that say so. */
    private static void awaitWindows(TestCluster cluster, String prefix) {
        Instant lately = Instant.now().minusSeconds(20);
        Patience.untilAsserted(() -> {
            assertThat(ProgressTopic.read(cluster.committed(), prefix, "orders").completeUpTo())
                    .isAfter(lately);
            assertThat(cluster.connect()
                            .offsets(prefix)
                            .at("/offsets/0/offset/phase")
                            .asText())
                    .isEqualTo("windows");
        });
    }

    private static List<JsonRecord> records(TestCluster cluster, String prefix) {
        return RowTopic.read(cluster.committed(), prefix + ".orders").records();
    }

    private static List<Long> keys(List<JsonRecord> records) {
        return records.stream()
                .map(record -> record.key().path("id").longValue())
                .toList();
    }

    private static List<Long> concat(List<Long> first, List<Long> second) {
        List<Long> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static void alter(TestCluster cluster, String connector, String offsets) {
        cluster.connect().alterOffsets(connector, json(offsets));
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}

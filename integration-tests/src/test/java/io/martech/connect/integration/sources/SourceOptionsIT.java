package io.martech.connect.integration.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.account.UnknownKeys;
import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.cluster.TopicReader.JsonRecord;
import io.martech.connect.sandbox.cluster.ConnectRestException;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sink.linkflow.LinkflowMessagesSinkConnector;
import io.martech.connect.source.linkflow.LinkflowSourceConnector;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of the source as consumers see them on the wire. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class SourceOptionsIT {

    private static final int ROWS = 40;
    private static final DateTimeFormatter PLATFORM_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @ParameterizedTest
    @ValueSource(strings = {"topic", "both"})
    void orderLinesGoToATopicOfTheirOwn(String mode, TestCluster cluster) {
        String prefix = cluster.uniqueName("lines");
        try (SimulatedLinkflow linkflow = withHistory();
                DeployedConnector source = DeployedConnector.deploy(
                        cluster.connect(), prefix, linkflow.source(prefix).with("order.lines", mode))) {
            Patience.untilAsserted(() -> {
                assertThat(Differences.between(
                                lines(cluster.committed().json(prefix + ".order-lines")), linesOf(linkflow.platform())))
                        .isEmpty();
                List<JsonRecord> orders = cluster.committed().json(prefix + ".orders");
                assertThat(orders).hasSize(ROWS).allSatisfy(order -> assertThat(
                                order.value().has("lines"))
                        .as("lines in the order too")
                        .isEqualTo(mode.equals("both")));
            });
            assertThat(source.status().isRunning()).isTrue();
        }
    }

    /** With schemas on the wire: logical types by name, values exact. */
    @Test
    void byDefaultMoneyIsDecimalTimesAreTimestampsAndPropsAreJson(TestCluster cluster) {
        String prefix = cluster.uniqueName("modes");
        try (SimulatedLinkflow linkflow = withHistory();
                DeployedConnector source = deployInMode(cluster, linkflow, prefix, "precise", "connect", "json")) {
            JsonRecord record = firstOf(cluster, prefix + ".orders");
            JsonNode row = rowOf(linkflow.platform().orders().byId(), record);
            JsonNode order = record.value().path("payload");
            Map<String, JsonNode> schema = fields(record);

            assertThat(schema.get("totalPrice").path("name").asText())
                    .isEqualTo("org.apache.kafka.connect.data.Decimal");
            byte[] unscaled =
                    Base64.getDecoder().decode(order.path("totalPrice").textValue());
            assertThat(new BigDecimal(new BigInteger(unscaled), 6))
                    .isEqualByComparingTo(row.path("totalPrice").decimalValue());
            assertThat(schema.get("orderDate").path("name").asText())
                    .isEqualTo("org.apache.kafka.connect.data.Timestamp");
            assertThat(order.path("orderDate").longValue())
                    .isEqualTo(LocalDateTime.parse(row.path("orderDate").textValue(), PLATFORM_TIME)
                            .toInstant(ZoneOffset.ofHours(8))
                            .toEpochMilli());
            assertThat(schema.get("props").path("type").asText()).isEqualTo("string");
            assertThat(CanonicalRow.of(order).get("props"))
                    .isEqualTo(CanonicalRow.of(row).get("props"));

            JsonRecord contact = cluster.committed().json(prefix + ".contacts").stream()
                    .filter(each -> each.value().at("/payload/dateOfBirthday").isNumber())
                    .findFirst()
                    .orElseThrow();
            assertThat(fields(contact).get("dateOfBirthday").path("name").asText())
                    .isEqualTo("org.apache.kafka.connect.data.Date");
            assertThat(LocalDate.ofEpochDay(contact.value()
                                    .at("/payload/dateOfBirthday")
                                    .longValue())
                            + " 00:00:00")
                    .isEqualTo(rowOf(linkflow.platform().contacts().byId(), contact)
                            .path("dateOfBirthday")
                            .textValue());
            assertThat(source.status().isRunning()).isTrue();
        }
    }

    @Test
    void moneyAndTimesCanBeTextAndPropsAMap(TestCluster cluster) {
        String prefix = cluster.uniqueName("modes");
        try (SimulatedLinkflow linkflow = withHistory();
                DeployedConnector source = deployInMode(cluster, linkflow, prefix, "string", "iso", "map")) {
            JsonRecord record = firstOf(cluster, prefix + ".orders");
            JsonNode row = rowOf(linkflow.platform().orders().byId(), record);
            JsonNode order = record.value().path("payload");

            assertThat(order.path("totalPrice").textValue())
                    .isEqualTo(row.path("totalPrice").decimalValue().toPlainString());
            assertThat(order.path("orderDate").textValue())
                    .isEqualTo(row.path("orderDate").textValue().replace(' ', 'T') + "+08:00");
            Map<String, String> props = new TreeMap<>();
            row.path("props")
                    .properties()
                    .forEach(property ->
                            props.put(property.getKey(), property.getValue().toString()));
            Map<String, String> read = new TreeMap<>();
            order.path("props")
                    .properties()
                    .forEach(property ->
                            read.put(property.getKey(), property.getValue().textValue()));
            assertThat(read).isEqualTo(props);
            assertThat(source.status().isRunning()).isTrue();
        }
    }

    @Test
    void moneyCanBeADouble(TestCluster cluster) {
        String prefix = cluster.uniqueName("modes");
        try (SimulatedLinkflow linkflow = withHistory();
                DeployedConnector source = deployInMode(cluster, linkflow, prefix, "double", "connect", "json")) {
            JsonRecord record = firstOf(cluster, prefix + ".orders");
            JsonNode row = rowOf(linkflow.platform().orders().byId(), record);

            assertThat(fields(record).get("totalPrice").path("type").asText()).isEqualTo("double");
            assertThat(record.value().at("/payload/totalPrice").doubleValue())
                    .isEqualTo(row.path("totalPrice").doubleValue());
            assertThat(source.status().isRunning()).isTrue();
        }
    }

    @Test
    void twoTasksShareTheResources(TestCluster cluster) {
        String prefix = cluster.uniqueName("tasks");
        try (SimulatedLinkflow linkflow = withHistory();
                DeployedConnector source = DeployedConnector.deploy(
                        cluster.connect(), prefix, linkflow.source(prefix).with("tasks.max", "2"))) {
            Patience.untilAsserted(() -> {
                assertThat(cluster.committed().bytes(prefix + ".orders")).hasSize(ROWS);
                assertThat(cluster.committed().bytes(prefix + ".contacts")).hasSize(ROWS);
            });

            assertThat(source.status().tasks()).hasSize(2);
            List<String> resources = new ArrayList<>();
            cluster.connect()
                    .taskConfigurations(prefix)
                    .forEach(task ->
                            resources.add(task.path("config").path("resources").asText()));
            assertThat(resources).containsExactlyInAnyOrder("orders", "contacts");
        }
    }

    /** Connect would take it without a word; it counts and shows an error on a key that the connector does not define. */
    @Test
    void aKeyThatIsMisspeltIsRefused(TestCluster cluster) {
        String prefix = cluster.uniqueName("misspelt");
        try (SimulatedLinkflow linkflow = withHistory()) {
            Map<String, String> settings = new TreeMap<>(
                    linkflow.source(prefix).with("resource", "orders").values());
            settings.put("name", prefix);

            JsonNode answer = cluster.connect().validate(ConnectorSettings.SOURCE, settings);

            assertThat(answer.path("error_count").asInt()).isEqualTo(1);
            assertThat(answer.path("configs"))
                    .filteredOn(config -> !config.at("/value/errors").isEmpty())
                    .singleElement()
                    .satisfies(config ->
                            assertThat(config.at("/value/name").asText()).isEqualTo("resource"));
            assertThatThrownBy(() -> cluster.connect().deploy(prefix, settings))
                    .isInstanceOf(ConnectRestException.class)
                    .hasMessageContaining("did you mean 'resources'?");
            assertThat(cluster.connect().connectors()).doesNotContain(prefix);
        }
    }

    /** The connectors carry a list of Connect's keys, for its API has none. */
    @ParameterizedTest
    @ValueSource(strings = {"source", "sink"})
    void everyKeyThatConnectDefinesIsKnown(String kind, TestCluster cluster) {
        String connector = kind.equals("source") ? ConnectorSettings.SOURCE : ConnectorSettings.SINK;
        ConfigDef definition = kind.equals("source")
                ? new LinkflowSourceConnector().config()
                : new LinkflowMessagesSinkConnector().config();
        Map<String, String> keys = new TreeMap<>();
        cluster.connect()
                .validate(connector, Map.of("connector.class", connector, "topics", "any"))
                .path("configs")
                .forEach(config -> keys.put(config.at("/value/name").asText(), "any"));

        assertThat(keys).containsKeys("tasks.max", "errors.tolerance");
        assertThat(new UnknownKeys(definition.names()).messages(keys)).isEmpty();
    }

    private static SimulatedLinkflow withHistory() {
        SimulatedLinkflow linkflow = SimulatedLinkflow.start();
        linkflow.platform().orders().insertHistory(ROWS, Duration.ofDays(1));
        linkflow.platform().contacts().insertHistory(ROWS, Duration.ofDays(1));
        return linkflow;
    }

    private static DeployedConnector deployInMode(
            TestCluster cluster,
            SimulatedLinkflow linkflow,
            String prefix,
            String decimals,
            String timestamps,
            String props) {
        DeployedConnector source = DeployedConnector.deploy(
                cluster.connect(),
                prefix,
                linkflow.source(prefix)
                        .with("value.converter.schemas.enable", "true")
                        .with("decimal.handling.mode", decimals)
                        .with("timestamp.handling.mode", timestamps)
                        .with("custom.properties.mode", props));
        Patience.untilAsserted(() -> {
            assertThat(cluster.committed().bytes(prefix + ".orders")).hasSize(ROWS);
            assertThat(cluster.committed().bytes(prefix + ".contacts")).hasSize(ROWS);
        });
        return source;
    }

    /** A row with custom properties. */
    private static JsonRecord firstOf(TestCluster cluster, String topic) {
        return cluster.committed().json(topic).stream()
                .filter(record -> record.value().at("/payload/props").toString().contains("attr2"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode rowOf(Map<Long, JsonNode> rows, JsonRecord record) {
        return rows.get(record.key().path("id").longValue());
    }

    private static Map<String, JsonNode> fields(JsonRecord record) {
        Map<String, JsonNode> fields = new TreeMap<>();
        record.value()
                .at("/schema/fields")
                .forEach(field -> fields.put(field.path("field").asText(), field));
        return fields;
    }

    /** Lines by order id and line id. */
    private static Map<String, Map<String, Object>> lines(List<JsonRecord> records) {
        Map<String, Map<String, Object>> lines = new TreeMap<>();
        records.forEach(record -> lines.put(
                record.key().path("salesOrderId") + "/" + record.key().path("id"), CanonicalRow.of(record.value())));
        return lines;
    }

    private static Map<String, Map<String, Object>> linesOf(LinkflowPlatform platform) {
        Map<String, Map<String, Object>> lines = new TreeMap<>();
        platform.orders().byId().forEach((id, order) -> order.path("lines").forEach(line -> {
            Map<String, Object> expected = CanonicalRow.of(line);
            expected.put("salesOrderId", id.toString());
            lines.put(id + "/" + line.path("id"), expected);
        }));
        return lines;
    }
}

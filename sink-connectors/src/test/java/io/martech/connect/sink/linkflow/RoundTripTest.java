package io.martech.connect.sink.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.linkflow.LinkflowSchemas;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.sink.contract.TaskRun;
import io.martech.connect.sink.contract.TestRecords;
import io.martech.connect.sink.linkflow.form.WriteTables;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders and contacts as the source writes them, piped through the sink, arrive as equal orders and contacts. */
class RoundTripTest {

    private static final int ROWS = 60;
    private static final Handling HANDLING = new Handling(
            Handling.Decimals.PRECISE, Handling.Timestamps.CONNECT, Handling.Props.JSON, ZoneOffset.ofHours(8));
    private static final Schema ORDER = LinkflowSchemas.order(HANDLING, true).valueSchema();
    private static final Schema CONTACT = LinkflowSchemas.contact(HANDLING).valueSchema();

    /** How a record travels: as it is, or as JSON with or without its schema, which loses types. */
    private enum Transport {
        STRUCT,
        JSON_WITH_SCHEMA,
        JSON
    }

    private final LinkflowPlatform origin = new LinkflowPlatform(InstantSource.system(), 11);
    private final TaskRun<SimulatedLinkflow> destination = SimulatedLinkflow.messages(12);

    @AfterEach
    void close() {
        destination.close();
        assertThat(destination.simulated.server.ownErrors()).isEmpty();
    }

    static Stream<Arguments> waysToWriteAndCarry() {
        List<Arguments> ways = new ArrayList<>();
        for (Handling.Decimals decimals : Handling.Decimals.values()) {
            for (Handling.Timestamps timestamps : Handling.Timestamps.values()) {
                for (Transport transport : Transport.values()) {
                    Handling.Props props =
                            // Without a schema nobody can tell a JSON text from any other text in a map.
                            transport == Transport.JSON || decimals == Handling.Decimals.STRING
                                    ? Handling.Props.JSON
                                    : Handling.Props.MAP;
                    ways.add(Arguments.of(new Handling(decimals, timestamps, props, ZoneOffset.ofHours(8)), transport));
                }
            }
        }
        return ways.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("waysToWriteAndCarry")
    void orders_arrive_as_equal_orders(Handling handling, Transport transport) {
        origin.orders().insert(ROWS);
        origin.orders().update(origin.orders().ids().get(0), RoundTripTest::fillEveryField);
        Collection<JsonNode> rows = origin.orders().byId().values();
        destination.start(destination.reaching(Configs.orders(
                "identity.fields", "contactId:externalId", "channel.key", "youzan_sandbox", "channel.type", "YOUZAN")));

        destination.put(records(LinkflowSchemas.order(handling, true), rows, transport));
        destination.untilAllIsCommitted();

        assertThat(destination.reporter.reports()).isEmpty();
        assertThat(destination.simulated.platform.ignoredFields()).isEmpty();
        Map<String, ObjectNode> arrived =
                byName(destination.simulated.platform.orders().byId().values(), "orderId");
        assertThat(arrived).hasSize(ROWS);
        rows.forEach(row -> assertEqual(
                written(row, ORDER, WriteTables.READING_ONLY),
                written(arrived.get(row.path("orderId").asText()), ORDER, WriteTables.READING_ONLY)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("waysToWriteAndCarry")
    void contacts_arrive_as_equal_contacts(Handling handling, Transport transport) {
        origin.contacts().insert(ROWS);
        origin.contacts().update(origin.contacts().ids().get(0), contact -> contact.withObjectProperty("props")
                .put("long", new java.math.BigInteger("11111111111111112001"))
                .put("price", new java.math.BigDecimal("100.240"))
                .putNull("nothing"));
        Collection<JsonNode> rows = origin.contacts().byId().values();
        destination.start(destination.reaching(Configs.contacts("identity.fields", "id:externalId")));

        destination.put(records(LinkflowSchemas.contact(handling), rows, transport));
        destination.untilAllIsCommitted();

        assertThat(destination.reporter.reports()).isEmpty();
        assertThat(destination.simulated.platform.ignoredFields()).isEmpty();
        assertThat(destination.simulated.platform.contacts().count()).isEqualTo(ROWS);
        for (JsonNode row : rows) {
            long id = destination
                    .simulated
                    .platform
                    .contacts()
                    .with(new io.martech.connect.sandbox.linkflow.model.Identity(
                            "externalId", row.path("id").asText()))
                    .orElseThrow();
            assertEqual(
                    written(row, CONTACT, WriteTables.READING_ONLY_OF_CONTACT),
                    written(
                            destination.simulated.platform.contacts().find(id).orElseThrow(),
                            CONTACT,
                            WriteTables.READING_ONLY_OF_CONTACT));
        }
    }

    private static void fillEveryField(ObjectNode order) {
        order.put("totalQuantity", 7)
                .put("storeCardUsed", 100)
                .put("paymentPrice", new java.math.BigDecimal("0.000001"));
        order.withObjectProperty("props")
                .put("test_date", "2022-10-28 10:33:45")
                .put("level", 3);
        ObjectNode line = (ObjectNode) order.withArrayProperty("lines").get(0);
        line.put("outerSkuName", "中份").put("deliveryDate", "2022-10-28 10:33:45");
        line.withObjectProperty("props").put("test_number", new java.math.BigDecimal("100.12"));
    }

    private static List<SinkRecord> records(RowSchema schema, Collection<JsonNode> rows, Transport transport) {
        List<SinkRecord> records = new ArrayList<>();
        for (JsonNode row : rows) {
            SchemaAndValue value = carry(schema.valueSchema(), schema.value(row), transport);
            records.add(new SinkRecord(
                    "lf",
                    0,
                    schema.keySchema(),
                    schema.key(row),
                    value.schema(),
                    value.value(),
                    records.size(),
                    TestRecords.TIMESTAMP,
                    TimestampType.CREATE_TIME,
                    new ConnectHeaders().addString("martech.read.mode", "backfill")));
        }
        return records;
    }

    private static SchemaAndValue carry(Schema schema, Object value, Transport transport) {
        if (transport == Transport.STRUCT) {
            return new SchemaAndValue(schema, value);
        }
        try (JsonConverter converter = new JsonConverter()) {
            boolean withSchema = transport == Transport.JSON_WITH_SCHEMA;
            converter.configure(
                    Map.of("schemas.enable", String.valueOf(withSchema), "decimal.format", "NUMERIC"), false);
            return converter.toConnectData("lf", converter.fromConnectData("lf", schema, value));
        }
    }

    /** What of a row the document knows and lets be written, numbers and texts of numbers alike. */
    private static JsonNode written(JsonNode row, Schema documented, Set<String> readingOnly) {
        ObjectNode written = row.deepCopy();
        written.retain(documented.fields().stream().map(Field::name).toList());
        written.remove(readingOnly);
        removeNulls(written);
        // A field that is null is as good as one that is not there, and is left out unless nulls are sent.
        if (written.path("props") instanceof ObjectNode props) {
            removeNulls(props);
            if (props.isEmpty()) {
                written.remove("props");
            }
        }
        if (written.path("utm") instanceof ObjectNode utm) {
            removeNulls(utm);
            if (utm.isEmpty()) {
                written.remove("utm");
            }
        }
        if (written.has("totalQuantity")) {
            written.put("totalQuantity", written.path("totalQuantity").asText());
        }
        for (String amount :
                List.of("totalPrice", "paymentPrice", "refundPrice", "itemTotalPrice", "itemPaymentPrice", "price")) {
            if (written.path(amount).isNumber()) {
                written.set(
                        amount,
                        DecimalNode.valueOf(written.path(amount).decimalValue().stripTrailingZeros()));
            }
        }
        if (written.path("lines").isArray()) {
            List<JsonNode> lines = new ArrayList<>();
            written.path("lines")
                    .forEach(line -> lines.add(written(
                            line, documented.field("lines").schema().valueSchema(), WriteTables.READING_ONLY_OF_LINE)));
            written.putArray("lines").addAll(lines);
        }
        return written;
    }

    private static void removeNulls(ObjectNode object) {
        object.remove(object.properties().stream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList());
    }

    private static void assertEqual(JsonNode expected, JsonNode actual) {
        assertThat(actual).isEqualTo(expected);
    }

    private static Map<String, ObjectNode> byName(Collection<JsonNode> rows, String field) {
        return rows.stream().collect(Collectors.toMap(row -> row.path(field).asText(), row -> (ObjectNode) row));
    }
}

package io.martech.connect.sink.linkflow;

import static io.martech.connect.sink.contract.TestRecords.json;
import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.record;
import static io.martech.connect.sink.linkflow.Mapped.data;
import static io.martech.connect.sink.linkflow.Mapped.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Connect's logical types, Debezium's, and the plain numbers and texts of other connectors mean. */
class ValuesOfOtherConnectorsTest {

    private static final long SECONDS = 1_666_924_425L;
    private static final String LOCAL = "'2022-10-28 10:33:45'";

    /** Schema, value, and the custom property of an order that becomes of it: there times are local. */
    static Stream<Arguments> types() {
        return Stream.of(
                row(int32("io.debezium.time.Date"), 19_293, "'2022-10-28 00:00:00'"),
                row(int32("io.debezium.time.Date"), -7_178, "'1950-05-08 00:00:00'"),
                row(int32("io.debezium.time.Time"), 38_025_000, "'10:33:45'"),
                row(int64("io.debezium.time.MicroTime"), 38_025_120_000L, "'10:33:45.12'"),
                row(int64("io.debezium.time.MicroTime"), -3_020_399_000_000L, "'-838:59:59'"),
                row(int64("io.debezium.time.NanoTime"), 38_025_000_000_001L, "'10:33:45.000000001'"),
                row(int64("io.debezium.time.Timestamp"), SECONDS * 1_000, LOCAL),
                row(int64("io.debezium.time.MicroTimestamp"), SECONDS * 1_000_000, LOCAL),
                row(int64("io.debezium.time.NanoTimestamp"), SECONDS * 1_000_000_000, LOCAL),
                row(int64("io.debezium.time.MicroTimestamp"), -1_000_000L, "'1970-01-01 07:59:59'"),
                row(text("io.debezium.time.ZonedTimestamp"), "2022-10-28T02:33:45.123456Z", LOCAL),
                row(text("io.debezium.time.ZonedTimestamp"), "2022-10-28T04:33:45+02:00", LOCAL),
                row(text("io.debezium.time.ZonedTime"), "02:33:45Z", "'02:33:45Z'"),
                row(text("io.debezium.time.IsoDate"), "2022-10-28Z", "'2022-10-28 00:00:00'"),
                row(text("io.debezium.time.IsoTime"), "10:33:45Z", "'10:33:45Z'"),
                row(text("io.debezium.time.IsoTimestamp"), "2022-10-28T02:33:45Z", LOCAL),
                row(bytes("io.debezium.data.IsoTime"), utf8("10:33:45Z"), "'10:33:45Z'"),
                row(bytes("io.debezium.data.IsoTimestamp"), utf8("2022-10-28T02:33:45Z"), LOCAL),
                row(int32("io.debezium.time.Year"), 1991, "1991"),
                row(text("io.debezium.time.Interval"), "P1Y2M3DT4H5M6.7S", "'P1Y2M3DT4H5M6.7S'"),
                row(int64("io.debezium.time.MicroDuration"), 90_000_000L, "'PT1M30S'"),
                row(int64("io.debezium.time.NanoDuration"), 1_500_000_000L, "'PT1.5S'"),
                row(text("io.debezium.data.Json"), "{\"a\":[1.50,null]}", "{'a':[1.50,null]}"),
                row(text("io.debezium.data.Json"), "\"gold\"", "'gold'"),
                row(text("io.debezium.data.Json"), "11111111111111112001", "11111111111111112001"),
                row(text("io.debezium.data.Enum"), "gold", "'gold'"),
                row(text("io.debezium.data.EnumSet"), "a,b", "'a,b'"),
                row(text("io.debezium.data.Uuid"), "09d6a4a6-9d1b-4c5e-8b43-1b0b9a7b8a51", null),
                row(text("io.debezium.data.Xml"), "<a/>", "'<a/>'"),
                row(text("io.debezium.data.Ltree"), "a.b", "'a.b'"),
                row(variableScale(), variable("31415", 4), "3.1415"),
                row(variableScale(), variable("-17", -3), "-17000"),
                row(Decimal.schema(3), new BigDecimal("100.240"), "100.240"),
                row(Schema.STRING_SCHEMA, "100.240", "'100.240'"),
                row(Schema.FLOAT64_SCHEMA, 100.24, "100.24"),
                row(
                        SchemaBuilder.array(Schema.FLOAT64_SCHEMA)
                                .name("io.debezium.data.DoubleVector")
                                .build(),
                        List.of(1.5, 2.0),
                        "[1.5,2]"),
                row(org.apache.kafka.connect.data.Date.SCHEMA, new Date(19_293 * 86_400_000L), "'2022-10-28 00:00:00'"),
                row(Time.SCHEMA, new Date(38_025_000), "'10:33:45'"),
                row(Timestamp.SCHEMA, Date.from(Instant.ofEpochSecond(SECONDS)), LOCAL),
                row(
                        SchemaBuilder.array(int64("io.debezium.time.MicroTimestamp"))
                                .build(),
                        List.of(SECONDS * 1_000_000),
                        "[" + LOCAL + "]"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_value_means_what_the_name_of_its_schema_says(Schema schema, Object value, String expected) {
        JsonNode property =
                data(Configs.orders(), order(schema, value)).path("props").path("v");

        assertThat(property).isEqualTo(json(expected == null ? "'" + value + "'" : expected));
    }

    @ParameterizedTest
    @CsvSource({
        "io.debezium.time.Timestamp, 1666924425000",
        "io.debezium.time.MicroTimestamp, 1666924425000000",
        "io.debezium.time.NanoTimestamp, 1666924425000000000",
        ", 1666924425",
        ", 1666924425000",
        ", 1666924425000000",
        ", 1666924425000000000",
        ", 20221028103345",
        ", 20221028103345000"
    })
    void a_number_is_taken_in_the_only_unit_in_which_it_is_a_time(String name, long number) {
        Schema schema = name == null ? Schema.INT64_SCHEMA : int64(name);

        assertThat(timestamp(schema, number)).isEqualTo(SECONDS * 1_000);
        assertThat(timestamp(Schema.STRING_SCHEMA, Long.toString(number)))
                .as("as Canal writes it")
                .isEqualTo(SECONDS * 1_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2022-10-28 10:33:45",
                "2022-10-28T10:33:45",
                "2022/10/28 10:33:45",
                "2022-10-28:10:33:45.000000",
                "2022-10-28 10:33:45.000000000",
                "2022-10-28T02:33:45Z",
                "2022-10-28 02:33:45.000Z",
                "2022-10-28t02:33:45z",
                "2022-10-28 02:33:45 +0000",
                "2022-10-28 02:33:45+00",
                "2022-10-28T10:33:45+08:00[Asia/Shanghai]",
                "1666924425.0",
                "1.666924425E9"
            })
    void a_time_may_be_written_as_databases_and_their_connectors_do(String text) {
        Object value = text.contains("E") ? Double.valueOf(text) : text;

        assertThat(timestamp(null, value)).isEqualTo(SECONDS * 1_000);
    }

    /** Debezium writes a DATETIME as if it were in UTC: only its owner knows where it was a local time. */
    @ParameterizedTest
    @CsvSource({"+08:00", "Asia/Shanghai"})
    void local_times_of_a_database_have_the_zone_that_is_set(String zone) {
        Map<String, String> config = Configs.orders("debezium.local.time.zone", zone, "timestamp.field", "v");
        Struct datetime = order(int64("io.debezium.time.MicroTimestamp"), (SECONDS + 8 * 3_600) * 1_000_000);

        assertThat(data(config, datetime).path("props").path("v")).isEqualTo(json(LOCAL));
        assertThat(message(config, record(datetime)).json().path("ts").longValue())
                .isEqualTo(SECONDS * 1_000);
    }

    static Stream<Arguments> noTimes() {
        return Stream.of(
                row(null, 0L, null),
                row(null, 19_293L, null),
                row(null, 99_999_999L, null),
                row(null, Long.MIN_VALUE, null),
                row(null, Long.MAX_VALUE, null),
                row(null, new BigDecimal("1e1000000"), null),
                row(null, new BigDecimal("1e-1000000"), null),
                row(null, BigInteger.ONE.shiftLeft(100_000), null),
                row(null, Double.NaN, null),
                row(null, Double.POSITIVE_INFINITY, null),
                row(null, 1e300, null),
                row(null, "+999999999-12-31T23:59:59", null),
                row(null, "-999999999-01-01T00:00:00Z", null),
                row(null, "1899-12-31", null),
                row(null, "2201-01-01 00:00:00", null),
                row(null, "2022-02-30 00:00:00", null),
                row(null, "0000-00-00 00:00:00", null),
                row(int64("io.debezium.time.Timestamp"), Long.MAX_VALUE, null),
                row(int64("io.debezium.time.MicroTimestamp"), Long.MIN_VALUE, null),
                row(int64("io.debezium.time.NanoTimestamp"), Long.MIN_VALUE, null),
                row(int32("io.debezium.time.Date"), Integer.MAX_VALUE, null),
                row(text("io.debezium.time.ZonedTimestamp"), "+99999-01-01T00:00:00Z", null),
                row(Timestamp.SCHEMA, new Date(Long.MIN_VALUE), null),
                row(Timestamp.SCHEMA, new Date(Long.MAX_VALUE), null),
                row(org.apache.kafka.connect.data.Date.SCHEMA, new Date(86_400_000L * 1_000_000), null),
                row(int64("io.debezium.time.MicroDuration"), Long.MIN_VALUE, null),
                row(int32("io.debezium.time.Year"), 1991, null));
    }

    @ParameterizedTest
    @MethodSource("noTimes")
    void what_is_no_time_of_our_age_rejects_the_record_and_nothing_else(Schema schema, Object value, Object unused) {
        assertThatThrownBy(() -> timestamp(schema, value))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("timestamp.field");
        assertThatThrownBy(() -> birthday(schema, value)).isInstanceOf(RecordRejectedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1991-11-10T16:00:00Z, 1991-11-11",
        "1991-11-11T00:00:00Z, 1991-11-11",
        "1990-05-09T16:00:00Z, 1990-05-10",
        "1990-05-09T15:00:00Z, 1990-05-10",
        "1986-07-31T15:00:00Z, 1986-08-01",
        "1991-09-13T15:00:00Z, 1991-09-14",
        "1950-01-01T16:00:00Z, 1950-01-02"
    })
    void a_birthday_is_the_day_of_which_an_instant_is_the_midnight(String instant, LocalDate expected) {
        long milliseconds = Instant.parse(instant).toEpochMilli();

        assertThat(birthday(Schema.INT64_SCHEMA, milliseconds)).isEqualTo(expected + " 00:00:00");
        assertThat(birthday(Timestamp.SCHEMA, new Date(milliseconds))).isEqualTo(expected + " 00:00:00");
        assertThat(birthday(null, instant)).isEqualTo(expected + " 00:00:00");
        assertThat(birthday(int64("io.debezium.time.MicroTimestamp"), milliseconds * 1_000))
                .isEqualTo(expected + " 00:00:00");
    }

    @Test
    void a_day_that_cannot_be_known_is_rejected() {
        for (Object number : List.of(
                689_788_800, 7_984, 1991, 0, 19_911_311, 199_111, 689_788_801_000L, 689_785_200_000L, -1L, 11.5)) {
            assertThatThrownBy(() -> birthday(null, number))
                    .as(number.toString())
                    .isInstanceOf(RecordRejectedException.class)
                    .hasMessageContaining("dateOfBirthday");
        }
        assertThatThrownBy(() -> birthday(null, "1991-11-10T20:00:00Z")).isInstanceOf(RecordRejectedException.class);
        assertThatThrownBy(() -> birthday(Timestamp.SCHEMA, Date.from(Instant.parse("1991-11-10T20:00:00Z"))))
                .isInstanceOf(RecordRejectedException.class);
    }

    @Test
    void bits_and_geometries_are_rejected_and_say_what_to_do_unless_nobody_reads_them() {
        Schema point = SchemaBuilder.struct()
                .name("io.debezium.data.geometry.Point")
                .field("x", Schema.FLOAT64_SCHEMA)
                .build();
        Map<Schema, Object> values =
                Map.of(bytes("io.debezium.data.Bits"), new byte[] {1}, point, new Struct(point).put("x", 1.0));
        values.forEach((schema, value) -> {
            assertThatThrownBy(() -> data(Configs.orders(), order(schema, value)))
                    .isInstanceOf(RecordRejectedException.class)
                    .hasMessageContaining("The field v must not hold " + schema.name());
            assertThat(data(Configs.orders("data.fields", "orderId:orderId"), order(schema, value)))
                    .isEqualTo(json("{'orderId':'1'}"));
        });
    }

    @Test
    void null_is_null_and_never_the_default_of_a_schema() {
        Schema schema = SchemaBuilder.struct()
                .field("mobilePhone", Schema.STRING_SCHEMA)
                .field(
                        "city",
                        SchemaBuilder.string().optional().defaultValue("上海").build())
                .field(
                        "level",
                        SchemaBuilder.string().optional().defaultValue("gold").build())
                .build();
        Struct struct = new Struct(schema).put("mobilePhone", "138");

        assertThat(data(Configs.contacts(), struct)).isEqualTo(json("{'mobilePhone':'138'}"));
        assertThat(data(Configs.contacts("behavior.on.null.fields", "send"), struct))
                .isEqualTo(json("{'mobilePhone':'138','city':null,'props':{'level':null}}"));
    }

    @Test
    void what_debezium_says_it_does_not_know_is_not_there() {
        Schema schema = SchemaBuilder.struct()
                .field("mobilePhone", Schema.STRING_SCHEMA)
                .field("comments", Schema.STRING_SCHEMA)
                .field("profile", text("io.debezium.data.Json"))
                .field("photo", Schema.BYTES_SCHEMA)
                .field("labels", SchemaBuilder.array(Schema.STRING_SCHEMA).build())
                .build();
        String unavailable = "__debezium_unavailable_value";
        Struct struct = new Struct(schema)
                .put("mobilePhone", "138")
                .put("comments", unavailable)
                .put("profile", unavailable)
                .put("photo", ByteBuffer.wrap(utf8(unavailable)))
                .put("labels", List.of(unavailable));

        assertThat(data(Configs.contacts("behavior.on.null.fields", "send"), struct))
                .isEqualTo(json("{'mobilePhone':'138'}"));
    }

    @Test
    void a_json_column_is_as_good_as_a_struct() {
        Schema json = text("io.debezium.data.Json");
        Schema schema = SchemaBuilder.struct()
                .field("customer", json)
                .field("lines", json)
                .field("orderId", Schema.STRING_SCHEMA)
                .build();
        Struct struct = new Struct(schema)
                .put("orderId", "1")
                .put("customer", "{\"phone\":\"138\"}")
                .put("lines", "[{\"lineId\":7,\"price\":1.50}]");

        assertThat(data(Configs.orders("identity.fields", "customer.phone:mobilePhone"), struct))
                .isEqualTo(json(
                        "{'orderId':'1','lines':[{'lineId':'7','price':1.50}],'props':{'customer':{'phone':'138'}}}"));
    }

    @Test
    void numbers_that_would_be_millions_of_digits_reject_the_record() {
        for (Object value : List.of(
                new BigDecimal("1e1000000"), new BigDecimal("1e-1000000"), BigInteger.ONE.shiftLeft(1_000_000))) {
            for (String field : List.of("totalPrice", "storeCardUsed", "orderId", "custom", "receiverMobile")) {
                assertThatThrownBy(() -> message(
                                Configs.orders(), record(map("receiverMobile", "138", "orderId", "1", field, value))))
                        .isInstanceOf(RecordRejectedException.class);
            }
        }
        assertThatThrownBy(() -> data(Configs.orders(), map("receiverMobile", "138", "props", "{\"a\":[1e1000000]}")))
                .isInstanceOf(RecordRejectedException.class);
    }

    private static Arguments row(Schema schema, Object value, String expected) {
        return Arguments.of(schema, value, expected);
    }

    private static Struct order(Schema schema, Object value) {
        Schema order = SchemaBuilder.struct()
                .field("receiverMobile", Schema.STRING_SCHEMA)
                .field("orderId", Schema.STRING_SCHEMA)
                .field("v", schema)
                .build();
        return new Struct(order)
                .put("receiverMobile", "138")
                .put("orderId", "1")
                .put("v", value);
    }

    private static long timestamp(Schema schema, Object value) {
        Object order = schema == null ? map("receiverMobile", "138", "orderId", "1", "v", value) : order(schema, value);
        Map<String, String> config = Configs.orders("timestamp.field", "v", "data.fields", "orderId:orderId");
        return message(config, record(order)).json().path("ts").longValue();
    }

    private static String birthday(Schema schema, Object value) {
        Object contact = map("mobilePhone", "138", "dateOfBirthday", value);
        if (schema != null) {
            Schema struct = SchemaBuilder.struct()
                    .field("mobilePhone", Schema.STRING_SCHEMA)
                    .field("dateOfBirthday", schema)
                    .build();
            contact = new Struct(struct).put("mobilePhone", "138").put("dateOfBirthday", value);
        }
        return data(Configs.contacts(), contact).path("dateOfBirthday").textValue();
    }

    private static Schema int32(String name) {
        return SchemaBuilder.int32().name(name).build();
    }

    private static Schema int64(String name) {
        return SchemaBuilder.int64().name(name).build();
    }

    private static Schema text(String name) {
        return SchemaBuilder.string().name(name).build();
    }

    private static Schema bytes(String name) {
        return SchemaBuilder.bytes().name(name).build();
    }

    private static Schema variableScale() {
        return SchemaBuilder.struct()
                .name("io.debezium.data.VariableScaleDecimal")
                .field("scale", Schema.INT32_SCHEMA)
                .field("value", Schema.BYTES_SCHEMA)
                .build();
    }

    private static Struct variable(String digits, int scale) {
        return new Struct(variableScale()).put("scale", scale).put("value", new BigInteger(digits).toByteArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

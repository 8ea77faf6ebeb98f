package io.martech.connect.schema;

import static io.martech.connect.schema.type.FieldType.elsewhere;
import static io.martech.connect.schema.type.FieldType.optional;
import static io.martech.connect.schema.type.FieldType.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.FieldKind;
import io.martech.connect.schema.type.FieldKind.Scalar;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.schema.type.KeyType;
import io.martech.connect.schema.type.MalformedRowException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowSchemaTest {

    private static final EntityType PART =
            EntityType.of("test.Part", required("id", Scalar.LONG), optional("price", Scalar.DECIMAL));

    private static final EntityType THING = EntityType.of(
            "test.Thing",
            required("id", Scalar.LONG),
            optional("text", Scalar.TEXT),
            optional("count", Scalar.INT),
            optional("big", Scalar.LONG),
            optional("money", Scalar.DECIMAL),
            optional("flag", Scalar.BOOLEAN),
            optional("time", Scalar.TIMESTAMP),
            optional("day", Scalar.DATE),
            optional("props", Scalar.PROPS),
            optional("part", new FieldKind.Nested(PART)),
            optional("parts", new FieldKind.ListOf(new FieldKind.Nested(PART))),
            elsewhere("others", new FieldKind.ListOf(new FieldKind.Nested(PART))));

    private final RowSchema schema = schema(Handlings.DEFAULTS);

    @Test
    void everyFieldThatFitsHasItsValueAndUnmappedIsNull() {
        Struct value = value(
                "{'id':1,'text':'t','count':2,'big':3,'money':4.5,'flag':true,"
                        + "'time':'2022-11-28 10:33:45','day':'1991-11-11','props':{'a':1.10},'part':{'id':5},'parts':[{'id':6}]}");

        assertThat(value.get("text")).isEqualTo("t");
        assertThat(value.get("count")).isEqualTo(2);
        assertThat(value.get("big")).isEqualTo(3L);
        assertThat(value.get("money")).isEqualTo(new BigDecimal("4.500000"));
        assertThat(value.get("flag")).isEqualTo(true);
        assertThat(value.get("time")).isEqualTo(Date.from(Instant.parse("2022-11-28T02:33:45Z")));
        assertThat(value.get("day")).isEqualTo(Date.from(Instant.parse("1991-11-11T00:00:00Z")));
        assertThat(value.get("props")).isEqualTo("{\"a\":1.10}");
        assertThat(value.getStruct("part").get("id")).isEqualTo(5L);
        assertThat(value.getArray("parts")).hasSize(1);
        assertThat(value.get("unmapped")).isNull();
    }

    @Test
    void aFieldThatIsNullOrMissingIsNull() {
        Struct value = value("{'id':1,'text':null,'parts':null,'props':null,'others':null}");

        assertThat(value.schema().fields().stream()
                        .filter(field -> !field.name().equals("id"))
                        .map(value::get))
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text  | true",
                "text  | {\"a\":1}",
                "count | 2147483648",
                "count | 1.5",
                "count | \"many\"",
                "big   | 11111111111111112001",
                "big   | 1E+999999999",
                "big   | {}",
                "money | 0.1234567",
                "money | 100000000000000000000000000000000",
                "money | 1E+999999999",
                "money | 1E-999999999",
                "money | \"12 RMB\"",
                "money | true",
                "flag  | \"true\"",
                "flag  | 1",
                "time  | \"2022-11-28\"",
                "time  | \"2022-02-30 10:33:45\"",
                "time  | \"2022-11-28 24:00:00\"",
                "time  | \"0000-00-00 00:00:00\"",
                "time  | \"\"",
                "day   | \"1991-02-29\"",
                "day   | \"1991-11-11 08:00:00\"",
                "day   | \"1991-11-11 00:00:00 00:00:00\"",
                "day   | 19911111",
                "props | \"text\"",
                "props | [1.0]",
                "part  | \"5\"",
                "part  | {\"price\":1}",
                "parts | {\"0\":{\"id\":1}}",
                "others | \"none\"",
                "strange | null",
                "strange | {\"deep\":[1.100,11111111111111112001]}",
                "unmapped | \"mine\"",
                "ID    | 2"
            })
    void whatDoesNotFitIsInUnmappedAsItWas(String field, String json) {
        Struct value = schema.value(ExactJson.read("{\"id\":1,\"" + field + "\":" + json + "}"));

        value.validate();
        assertThat(value.getString("unmapped")).isEqualTo("{\"" + field + "\":" + json + "}");
        assertThat(value.schema().fields().stream()
                        .filter(known ->
                                !known.name().equals("id") && !known.name().equals("unmapped"))
                        .map(value::get))
                .containsOnlyNulls();
    }

    /** Rows are selected by their times in whatever form they are written, so values must agree with that. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2022-11-28T10:33:45\" | 2022-11-28T02:33:45Z",
                "\"2022-11-28 10:33:45.1234\" | 2022-11-28T02:33:45.123Z",
                "\"2022-11-28T10:33:45+09:00\" | 2022-11-28T01:33:45Z",
                "\"2022/11/28 10:33:45\" | 2022-11-28T02:33:45Z",
                "1663146117310 | 2022-09-14T09:01:57.310Z",
                "\"1663146117\" | 2022-09-14T09:01:57Z"
            })
    void aTimeInAnotherFormIsConvertedAndInUnmappedAsItWas(String json, Instant time) {
        Struct value = schema.value(ExactJson.read("{\"id\":1,\"time\":" + json + "}"));

        value.validate();
        assertThat(value.get("time")).isEqualTo(java.util.Date.from(time));
        assertThat(value.getString("unmapped")).isEqualTo("{\"time\":" + json + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text  | 100.240              | 100.240",
                "text  | 11111111111111112001 | 11111111111111112001",
                "text  | 210000               | 210000",
                "count | \"12\"               | 12",
                "big   | \"144357503180802\"  | 144357503180802",
                "money | \"100.240\"          | 100.240000",
                "money | 1e3                  | 1000.000000",
                "money | 0.10000000000        | 0.100000",
                "money | 0e99                 | 0.000000",
                "money | 99999999999999999999999999999999.999999 | 99999999999999999999999999999999.999999"
            })
    void numbersAndTextsOfNumbersStandInForEachOther(String field, String json, String expected) {
        Struct value = schema.value(ExactJson.read("{\"id\":1,\"" + field + "\":" + json + "}"));

        value.validate();
        assertThat(value.get(field)).hasToString(expected);
        assertThat(value.get("unmapped")).isNull();
    }

    @Test
    void everyStructHasItsOwnUnmapped() {
        Struct value = value("{'id':1,'new':1,'part':{'id':2,'new':2.0},'parts':[{'id':3,'price':'dear'}]}");

        assertThat(value.get("unmapped")).isEqualTo("{\"new\":1}");
        assertThat(value.getStruct("part").get("unmapped")).isEqualTo("{\"new\":2.0}");
        Struct part = (Struct) value.getArray("parts").get(0);
        assertThat(part.get("unmapped")).isEqualTo("{\"price\":\"dear\"}");
    }

    @Test
    void aBadElementDoesNotTakeTheGoodOnesWithIt() {
        Struct value = value("{'id':1,'parts':[{'id':1},'oops',null,{'price':2},{'id':'5'}]}");

        List<Struct> parts = value.getArray("parts");
        assertThat(parts).extracting(part -> part.get("id")).containsExactly(1L, 5L);
        assertThat(value.get("unmapped")).isEqualTo("{\"parts\":{\"1\":\"oops\",\"2\":null,\"3\":{\"price\":2}}}");
    }

    @Test
    void elementsThatAreRowsElsewhereAreNotHereButBadOnesAre() {
        assertThat(schema.valueSchema().field("others")).isNull();
        assertThat(value("{'id':1,'others':[{'id':1},{'id':2,'new':3}]}").get("unmapped"))
                .isNull();
        assertThat(value("{'id':1,'others':[{'id':1},7]}").get("unmapped")).isEqualTo("{\"others\":{\"1\":7}}");
    }

    @Test
    void decimalsCanBeTextsWithEveryDigit() {
        RowSchema texts = schema(Handlings.TEXTS);

        assertThat(texts.value(row("{'id':1,'money':100.240}")).get("money")).isEqualTo("100.240");
        assertThat(texts.value(row("{'id':1,'money':'0.12345678901234567890'}")).get("money"))
                .isEqualTo("0.12345678901234567890");
        assertThat(texts.value(row("{'id':1,'money':'dear'}")).get("unmapped")).isEqualTo("{\"money\":\"dear\"}");
    }

    @Test
    void decimalsCanBeDoublesButNeverInfinite() {
        RowSchema doubles = schema(Handlings.DOUBLES);

        assertThat(doubles.value(row("{'id':1,'money':100.240}")).get("money")).isEqualTo(100.24);
        assertThat(doubles.value(row("{'id':1,'money':1e400}")).get("unmapped")).isEqualTo("{\"money\":1E+400}");
    }

    @Test
    void timesCanBeIsoTexts() {
        RowSchema texts = schema(Handlings.TEXTS);
        Struct value = texts.value(row("{'id':1,'time':'2022-11-28 10:33:00','day':'1991-11-11 00:00:00'}"));

        assertThat(value.get("time")).isEqualTo("2022-11-28T10:33:00+08:00");
        assertThat(value.get("day")).isEqualTo("1991-11-11");
        assertThat(texts.value(row("{'id':1,'time':'now'}")).get("unmapped")).isEqualTo("{\"time\":\"now\"}");
    }

    @Test
    void propsCanBeAMapOfJsonTexts() {
        Struct value = schema(Handlings.TEXTS)
                .value(row("{'id':1,'props':{'a':'单身','b':11111111111111112001,'c':1.10,'d':null,'e':{'f':[]}}}"));

        value.validate();
        assertThat(value.getMap("props"))
                .isEqualTo(Map.of(
                        "a", "\"单身\"", "b", "11111111111111112001", "c", "1.10", "d", "null", "e", "{\"f\":[]}"));
        assertThat(value.schema().field("props").schema().keySchema().isOptional())
                .isFalse();
    }

    @Test
    void timesAreReadAtTheFixedOffsetEvenInTheSummerOf1990() {
        assertThat(value("{'id':1,'time':'1990-07-01 08:00:00'}").get("time"))
                .isEqualTo(Date.from(Instant.parse("1990-07-01T00:00:00Z")));
    }

    @Test
    void theKeyIsTheId() {
        assertThat(schema.key(row("{'id':'144357503180802'}")).get("id")).isEqualTo(144357503180802L);
        assertThat(schema.keySchema().name()).isEqualTo("test.ThingKey");
        assertThat(schema.keySchema().isOptional()).isFalse();
        assertThat(schema.valueSchema().field("id").schema().isOptional()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'id':null}", "{'id':'secret@person'}", "{'id':1.5}", "{'id':{}}"})
    void aRowWithoutItsIdIsMalformedAndTheMessageNamesTheFieldOnly(String json) {
        assertThatThrownBy(() -> schema.value(row(json)))
                .isInstanceOf(MalformedRowException.class)
                .hasMessageContaining("test.Thing")
                .hasMessageContaining("\"id\"")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> schema.key(row(json)))
                .isInstanceOf(MalformedRowException.class)
                .hasMessageContaining("test.ThingKey")
                .hasMessageContaining("\"id\"")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "'text'", "1", "null"})
    void aRowThatIsNoObjectIsMalformed(String json) {
        assertThatThrownBy(() -> schema.value(row(json)))
                .isInstanceOf(MalformedRowException.class)
                .hasMessageContaining("must be a JSON object");
        assertThatThrownBy(() -> schema.key(row(json)))
                .isInstanceOf(MalformedRowException.class)
                .hasMessageContaining("must be a JSON object");
    }

    private static RowSchema schema(Handling handling) {
        return new JsonRowSchema(KeyType.of("test.ThingKey", "id"), THING, handling);
    }

    private Struct value(String json) {
        Struct value = schema.value(row(json));
        value.validate();
        return value;
    }

    private static JsonNode row(String json) {
        return ExactJson.read(json.replace('\'', '"'));
    }
}

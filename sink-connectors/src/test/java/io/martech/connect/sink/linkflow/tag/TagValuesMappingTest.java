package io.martech.connect.sink.linkflow.tag;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.sink.contract.TestRecords;
import io.martech.connect.sink.engine.FakePlatform;
import io.martech.connect.sink.engine.FakeTime;
import io.martech.connect.sink.linkflow.Configs;
import io.martech.connect.sink.linkflow.LinkflowTagValuesOptions;
import io.martech.connect.sink.linkflow.identity.Identity;
import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.operation.RecordSkippedException;
import io.martech.connect.sink.record.Fields;
import io.martech.connect.sink.record.PlatformTime;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which person, which tags and which texts become of a record. */
class TagValuesMappingTest {

    private static final Schema LEVELS = SchemaBuilder.struct()
            .field("mobilePhone", Schema.STRING_SCHEMA)
            .field("tag_level", Schema.OPTIONAL_STRING_SCHEMA)
            .field("tag_score", Decimal.builder(2).optional().build())
            .field("tag_seen", Timestamp.builder().optional().build())
            .build();

    private final TagText text = new TagText(new PlatformTime(ZoneOffset.ofHours(8)));

    @Test
    void the_first_identity_that_is_not_blank_is_the_person_and_all_of_them_keep_the_order() {
        Message<PersonTags> message = message(Configs.tags(), map("mobilePhone", " ", "email", "a@b.c", "tag_a", 1));
        assertThat(message.payload().identity()).isEqualTo(new Identity("email", "a@b.c"));

        message = message(Configs.tags(), map("email", "a@b.c", "mobilePhone", "138", "tag_a", 1));
        assertThat(message.payload().identity()).isEqualTo(new Identity("mobilePhone", "138"));
        assertThat(message.addressee()).isEqualTo(message.payload().identity());
        assertThat(message.identities())
                .isEqualTo(java.util.Set.of(
                        new Identity("mobilePhone", "138").conflictKey(),
                        new Identity("email", "a@b.c").conflictKey()));
    }

    @Test
    void a_record_about_nobody_is_rejected() {
        assertRejected(Configs.tags(), map("mobilePhone", "0", "tag_a", 1), "identity.fields");
        assertThat(message(Configs.tags("identity.ignored.values", ""), map("mobilePhone", "0", "tag_a", 1))
                        .payload()
                        .identity())
                .isEqualTo(new Identity("mobilePhone", "0"));
    }

    @Test
    void by_default_fields_with_the_prefix_are_tags() {
        assertThat(changes(Configs.tags(), map("mobilePhone", "138", "tag_b", "x", "tagged", "y", "tag_a", 2)))
                .containsExactly("tag_b=x", "tag_a=2");
    }

    @Test
    void chosen_fields_are_tags_under_their_keys_wherever_they_are() {
        Map<String, String> config = Configs.tags("tag.fields", "customer.level:tag_level,key.city:tag_city");
        SinkRecord record = record(
                map("city", "上海"), map("mobilePhone", "138", "customer", map("level", "gold"), "tag_other", "x"));

        assertThat(changes(config, record)).containsExactly("tag_level=gold", "tag_city=上海");
    }

    @Test
    void null_is_ignored_by_default() {
        assertThat(mapped(
                        Configs.tags(),
                        record(map("mobilePhone", "138", "tag_a", null, "tag_b", "", "tag_c", List.of()))))
                .isEmpty();
        assertThat(changes(Configs.tags(), map("mobilePhone", "138", "tag_a", null, "tag_b", "x")))
                .containsExactly("tag_b=x");
    }

    @Test
    void null_deletes_if_it_is_meant_to() {
        Map<String, String> config = Configs.tags("behavior.on.null.tags", "delete");

        assertThat(changes(
                        config,
                        map("mobilePhone", "138", "tag_a", null, "tag_b", " ", "tag_c", List.of(), "tag_d", "x")))
                .containsExactly("tag_a deleted", "tag_b deleted", "tag_c deleted", "tag_d=x");
        Struct struct = new Struct(LEVELS).put("mobilePhone", "138").put("tag_score", new BigDecimal("1.50"));
        assertThat(changes(config, record(struct)))
                .containsExactly("tag_level deleted", "tag_score=1.50", "tag_seen deleted");
    }

    @Test
    void what_is_not_there_is_never_a_delete() {
        Map<String, String> config = Configs.tags(
                "behavior.on.null.tags", "delete", "tag.fields", "a:tag_a,customer.level:tag_level,key.x:tag_x");

        assertThat(mapped(config, record(map("mobilePhone", "138", "customer", null))))
                .isEmpty();
        assertThat(mapped(config, record(map("mobilePhone", "138", "customer", map("city", "x"), "a", " "))))
                .hasValueSatisfying(
                        message -> assertThat(message.payload().changes()).hasSize(1));
        assertThat(changes(config, record(map("mobilePhone", "138", "customer", map("level", null)))))
                .containsExactly("tag_level deleted");
    }

    /** A mistyped field, or an envelope that nobody opened, would let a topic run dry. */
    @Test
    void a_record_without_any_of_the_fields_is_skipped_and_says_why() {
        Map<String, Object> envelope = map("before", null, "after", map("mobilePhone", "138", "tag_a", 1), "op", "c");

        assertThatThrownBy(() -> mapped(Configs.tags(), record(envelope)))
                .isInstanceOf(RecordSkippedException.class)
                .hasMessageContaining("tag_");
        for (Object value : List.of(envelope, map("mobilePhone", "138", "customer", map("city", "x")))) {
            assertThatThrownBy(() -> mapped(Configs.tags("tag.fields", "customer.level:tag_level"), record(value)))
                    .isInstanceOf(RecordSkippedException.class)
                    .hasMessageContaining("tag.fields");
        }
        assertThat(mapped(Configs.tags(), record(map("mobilePhone", "138", "tag_a", null))))
                .as("a null is what it is")
                .isEmpty();
    }

    @Test
    void a_record_without_a_value_is_skipped_or_rejected() {
        assertThat(mapped(Configs.tags(), record(null))).isEmpty();
        assertRejected(Configs.tags("behavior.on.null.values", "fail"), null, "behavior.on.null.values");
        assertRejected(Configs.tags(), "text", "value.converter");
    }

    static Stream<Arguments> values() {
        Date date = new Date(TestRecords.TIMESTAMP);
        return Stream.of(
                Arguments.of(null, "红色", "text", "红色", "text"),
                Arguments.of(null, true, "boolean", "true", "boolean"),
                Arguments.of(null, 7L, "number", "7", "number"),
                Arguments.of(null, 2.0, "number", "2", "number"),
                Arguments.of(null, 1e21, "number", "1000000000000000000000", "number"),
                Arguments.of(null, new BigDecimal("100.240"), "number", "100.240", "number"),
                Arguments.of(Timestamp.SCHEMA, date, "datetime", "2022-09-14 17:01:57", "datetime"),
                Arguments.of(
                        org.apache.kafka.connect.data.Date.SCHEMA,
                        new Date(86_400_000L * 365),
                        "datetime",
                        "1971-01-01 00:00:00",
                        "datetime"),
                Arguments.of(null, TestRecords.TIMESTAMP, "number", "2022-09-14 17:01:57", "datetime"),
                Arguments.of(null, 1, "number", "true", "boolean"),
                Arguments.of(null, "FALSE", "text", "false", "boolean"),
                Arguments.of(null, "是", "text", "是", "boolean"),
                Arguments.of(null, "2022-09-14T09:01:57Z", "text", "2022-09-14 17:01:57", "datetime"),
                Arguments.of(null, "2022-09-14T09:01:57Z", "text", "2022-09-14T09:01:57Z", "text"),
                Arguments.of(null, Arrays.asList("红", null, "蓝", ""), "array", "红,蓝", "array"),
                Arguments.of(null, List.of(1, 2.5, true), "array", "1,2.5,true", "array"),
                Arguments.of(
                        SchemaBuilder.array(Timestamp.SCHEMA).build(),
                        List.of(date),
                        "array",
                        "2022-09-14 17:01:57",
                        "array"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void values_take_the_form_of_the_platform(
            Schema schema, Object value, String dataTypeOfField, String expected, String dataTypeOfTag) {
        SchemaAndValue field = Fields.elementsOf(new SchemaAndValue(
                        schema == null ? null : SchemaBuilder.array(schema).build(), List.of(value)))
                .orElseThrow()
                .get(0);

        assertThat(TagText.dataTypeOf(field)).isEqualTo(dataTypeOfField);
        assertThat(text.of(field, dataTypeOfTag)).isEqualTo(expected);
    }

    @Test
    void what_no_tag_can_hold_is_rejected_without_telling_it() {
        for (Object value : List.of(
                map("a", "secret"), new byte[] {1}, List.of("a,secret"), List.of(List.of("secret")), Double.NaN)) {
            assertThatThrownBy(() -> mapped(Configs.tags(), record(map("mobilePhone", "138", "tag_a", value))))
                    .isInstanceOf(RecordRejectedException.class)
                    .hasMessageContaining("tag_a")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void nothing_printed_tells_a_value() {
        Message<PersonTags> message = message(Configs.tags(), map("mobilePhone", "13912345678", "tag_a", "secret"));

        assertThat(message.toString() + new TagAction(new Tag(1, "tag_a", "text", Tag.UPLOAD), "secret"))
                .doesNotContain("secret", "13912345678");
    }

    private static Optional<Message<PersonTags>> mapped(Map<String, String> config, SinkRecord record) {
        return new LinkflowTagValuesOptions(config)
                .operation(new FakePlatform(), new FakeTime())
                .map(record);
    }

    private static Message<PersonTags> message(Map<String, String> config, Object value) {
        return mapped(config, record(value)).orElseThrow();
    }

    private List<String> changes(Map<String, String> config, Object value) {
        return changes(config, record(value));
    }

    private List<String> changes(Map<String, String> config, SinkRecord record) {
        List<String> changes = new ArrayList<>();
        for (TagChange change : mapped(config, record).orElseThrow().payload().changes()) {
            changes.add(change.tagKey() + (change.isDelete() ? " deleted" : "=" + text.of(change.value())));
        }
        return changes;
    }

    private static void assertRejected(Map<String, String> config, Object value, String named) {
        assertThatThrownBy(() -> mapped(config, record(value)))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining(named);
    }
}

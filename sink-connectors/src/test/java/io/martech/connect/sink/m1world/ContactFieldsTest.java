package io.martech.connect.sink.m1world;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.sink.contract.CapturedLog;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.operation.RecordSkippedException;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.RecordText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record says of a contact. */
class ContactFieldsTest {

    private final ContactFields fields = new ContactFields(
            new PlatformTime(ZoneOffset.ofHours(8)), RecordText.fixed(null, M1worldContactsOptions.GROUP_NAME));

    @ParameterizedTest
    @CsvSource({"男, true", "女, false", "male, true", "FEMALE, false", "' Male ', true"})
    void a_gender_is_a_truth_value_for_the_platform(String word, boolean isMale) {
        assertThat(said(map("gender", word)).fields()).isEqualTo(Map.of(ContactField.GENDER, isMale));
        assertThat(said(map("gender", isMale)).fields()).isEqualTo(Map.of(ContactField.GENDER, isMale));
    }

    @Test
    void a_birthday_is_a_day_in_every_form() {
        Schema schema = SchemaBuilder.struct().field("birthday", Date.SCHEMA).build();
        LocalDate day = LocalDate.of(1990, 5, 10);
        Struct struct = new Struct(schema).put("birthday", new java.util.Date(day.toEpochDay() * 86_400_000L));

        for (Object value : List.of(
                struct,
                map("birthday", "1990-05-10"),
                map("birthday", 19_900_510),
                map("birthday", 642_268_800_000L))) {
            assertThat(said(value).fields()).isEqualTo(Map.of(ContactField.BIRTHDAY, day));
        }
    }

    @Test
    void numbers_keep_their_digits_and_other_fields_are_custom_ones() {
        ContactFields.Said said = said(
                map("mobilePhone", 13_900_000_000L, "city_zh ", "上海", "消费", new BigDecimal("100.240"), "会员", true));

        assertThat(said.fields()).isEqualTo(Map.of(ContactField.MOBILE_PHONE, "13900000000", ContactField.CITY, "上海"));
        assertThat(said.properties()).isEqualTo(Map.of("消费", "100.240", "会员", "true"));
    }

    @Test
    void what_is_empty_says_nothing_and_what_only_reading_knows_is_not_written() {
        ContactFields.Said said = said(map(
                "fullName",
                null,
                "email",
                " ",
                "gender",
                "",
                "VIP",
                null,
                "id",
                7,
                "createTime",
                1L,
                "groups",
                List.of(),
                "province",
                0,
                "city",
                0,
                "propertys",
                List.of(map("id", 0))));

        assertThat(said.isNothing()).isTrue();
    }

    @Test
    void a_field_that_M1world_fills_itself_does_not_vanish_without_a_word() {
        try (CapturedLog log = new CapturedLog()) {
            for (int i = 0; i < 3; i++) {
                said(map("email", "a@example.com", "tags", "secret", "id", 7, "groups", null));
            }
            assertThat(log.aboveDebug()).hasSize(2).noneMatch(line -> line.contains("secret"));
            assertThat(log.aboveDebug()).anyMatch(line -> line.contains("Field tags"));
            assertThat(log.aboveDebug()).anyMatch(line -> line.contains("Field id"));
        }
    }

    @Test
    void a_record_without_any_field_to_write_is_skipped_and_says_why() {
        assertThatThrownBy(() -> fields.requireAnyIn(record(map("id", 7, "createTime", 1L))))
                .isInstanceOf(RecordSkippedException.class)
                .hasMessageContaining("M1world itself fills");
        fields.requireAnyIn(record(map("id", 7, "fullName", null)));
    }

    @Test
    void a_province_may_be_called_as_in_an_edit() {
        assertThat(said(map("province", "上海", "city", "上海")).fields())
                .isEqualTo(Map.of(ContactField.PROVINCE, "上海", ContactField.CITY, "上海"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gender", "birthday", "fullName", "VIP"})
    void what_no_contact_can_hold_is_rejected_without_telling_it(String field) {
        assertThatThrownBy(() -> said(map(field, Map.of("secret", "secret"))))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining(field)
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_gender_that_nobody_knows_is_rejected_without_telling_it() {
        assertThatThrownBy(() -> said(map("gender", "secret")))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("gender")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_value_without_fields_is_rejected() {
        assertThatThrownBy(() -> said("text"))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("value.converter");
    }

    private ContactFields.Said said(Object value) {
        return fields.of(record(value));
    }
}

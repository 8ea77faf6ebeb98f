package io.martech.connect.sink.linkflow.message;

import static io.martech.connect.sink.contract.TestRecords.json;
import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.record;
import static io.martech.connect.sink.linkflow.Mapped.data;
import static io.martech.connect.sink.linkflow.Mapped.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.schema.type.SemanticNames;
import io.martech.connect.sink.linkflow.Configs;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;

class ContactDataTest {

    private static final Map<String, String> CONTACTS = Configs.contacts();

    @Test
    void documented_fields_stand_in_data_and_all_others_in_props() {
        assertThat(data(CONTACTS, map("mobilePhone", "138", "name", "张三", "level", "gold", "utm", map("source", "ad"))))
                .isEqualTo(json("{'mobilePhone':'138','name':'张三','utm':{'source':'ad'},'props':{'level':'gold'}}"));
    }

    @Test
    void a_number_for_a_text_is_written_as_text() {
        assertThat(data(CONTACTS, map("mobilePhone", 13_800_000_000L, "postalCode", 210_000, "idCard", 1.5)))
                .isEqualTo(json("{'mobilePhone':'13800000000','postalCode':'210000','idCard':'1.5'}"));
    }

    @Test
    void what_only_reading_knows_is_dropped() {
        assertThat(data(
                        CONTACTS,
                        map(
                                "mobilePhone",
                                "138",
                                "unmapped",
                                "{}",
                                "id",
                                1L,
                                "ver",
                                1L,
                                "tenantId",
                                1L,
                                "contactId",
                                1L,
                                "channelId",
                                1L,
                                "dateCreated",
                                "2022-10-28 10:33:45",
                                "lastUpdated",
                                "2022-10-28 10:33:45",
                                "orderOuterStatus",
                                "x",
                                "anonymousId",
                                "o1",
                                "isAnonymous",
                                false,
                                "openIds",
                                List.of())))
                .isEqualTo(json("{'mobilePhone':'138'}"));
    }

    @Test
    void data_fields_choose_and_rename_even_what_only_reading_knows() {
        Map<String, String> config =
                Configs.contacts("data.fields", "user.fullName:name, id:crmId ,key.shop:shop,missing:title");

        assertThat(data(
                        config,
                        record(map("shop", "s1"), map("mobilePhone", "138", "id", 7L, "user", map("fullName", "张三")))))
                .isEqualTo(json("{'name':'张三','props':{'crmId':7,'shop':'s1'}}"));
    }

    @Test
    void null_fields_are_left_out_or_sent_as_configured() {
        Map<String, Object> value =
                map("mobilePhone", "138", "name", null, "level", null, "address", map("city", null, "street", "x"));

        assertThat(data(CONTACTS, value)).isEqualTo(json("{'mobilePhone':'138','props':{'address':{'street':'x'}}}"));
        assertThat(data(Configs.contacts("behavior.on.null.fields", "send"), value))
                .isEqualTo(
                        json(
                                "{'mobilePhone':'138','name':null,'props':{'level':null,'address':{'city':null,'street':'x'}}}"));
    }

    @Test
    void a_chosen_field_that_is_not_there_is_no_null() {
        Map<String, String> config = Configs.contacts(
                "behavior.on.null.fields", "send", "data.fields", "city:city,address.street:street,lvl:level,vip:vip");

        assertThat(data(config, map("mobilePhone", "138", "address", null, "vip", null)))
                .isEqualTo(json("{'props':{'vip':null}}"));
        assertThat(data(config, map("mobilePhone", "138", "address", map("street", null))))
                .isEqualTo(json("{'street':null}"));
    }

    @Test
    void birthdays_are_days_whatever_form_they_come_in() {
        Schema schema = SchemaBuilder.struct()
                .field("mobilePhone", Schema.STRING_SCHEMA)
                .field("dateOfBirthday", org.apache.kafka.connect.data.Date.SCHEMA)
                .build();
        Date day = new Date(LocalDate.of(1991, 11, 11).toEpochDay() * 86_400_000);
        String expected = "{'mobilePhone':'138','dateOfBirthday':'1991-11-11 00:00:00'}";

        assertThat(data(CONTACTS, new Struct(schema).put("mobilePhone", "138").put("dateOfBirthday", day)))
                .isEqualTo(json(expected));
        for (Object form : List.of(
                "1991-11-11",
                "1991-11-11 00:00:00",
                "1991-11-11T00:00:00+08:00",
                19_911_111,
                "19911111",
                "1991/11/11",
                Instant.parse("1991-11-10T16:00:00Z").toEpochMilli())) {
            assertThat(data(CONTACTS, map("mobilePhone", "138", "dateOfBirthday", form)))
                    .as(form.toString())
                    .isEqualTo(json(expected));
        }
    }

    @Test
    void a_summer_time_of_1990_does_not_move_a_birthday() {
        assertThat(data(CONTACTS, map("mobilePhone", "138", "dateOfBirthday", "1990-06-01 00:00:00")))
                .isEqualTo(json("{'mobilePhone':'138','dateOfBirthday':'1990-06-01 00:00:00'}"));
    }

    @Test
    void custom_properties_keep_every_digit() {
        assertThat(data(
                                CONTACTS,
                                map(
                                        "mobilePhone",
                                        "138",
                                        "long",
                                        new BigInteger("11111111111111112001"),
                                        "decimal",
                                        new BigDecimal("100.240"),
                                        "tiny",
                                        new BigDecimal("0.00000001"),
                                        "double",
                                        0.1,
                                        "whole",
                                        3.0,
                                        "bool",
                                        false))
                        .path("props")
                        .toString())
                .isEqualTo(
                        "{\"long\":11111111111111112001,\"decimal\":100.240,\"tiny\":1E-8,\"double\":0.1,\"whole\":3,"
                                + "\"bool\":false}");
    }

    @Test
    void times_in_custom_properties_are_iso_in_utc() {
        Schema schema = SchemaBuilder.struct()
                .field("mobilePhone", Schema.STRING_SCHEMA)
                .field("date", Timestamp.SCHEMA)
                .field("day", org.apache.kafka.connect.data.Date.SCHEMA)
                .field("time", Time.SCHEMA)
                .build();
        Struct struct = new Struct(schema)
                .put("mobilePhone", "138")
                .put("date", Date.from(Instant.parse("2022-09-15T03:20:13Z")))
                .put("day", new Date(LocalDate.of(2022, 9, 15).toEpochDay() * 86_400_000))
                .put("time", new Date(3_723_000));

        assertThat(data(CONTACTS, struct).path("props"))
                .isEqualTo(
                        json("{'date':'2022-09-15T03:20:13.000Z','day':'2022-09-14T16:00:00.000Z','time':'01:02:03'}"));
    }

    @Test
    void lists_and_objects_are_custom_properties_too() {
        assertThat(data(
                                CONTACTS,
                                map(
                                        "mobilePhone",
                                        "138",
                                        "tags",
                                        Arrays.asList("a", null, 2),
                                        "address",
                                        map("zip", 1)))
                        .path("props"))
                .isEqualTo(json("{'tags':['a',null,2],'address':{'zip':1}}"));
    }

    /** What the source puts beside a contact says nothing that a contact could be given. */
    @Test
    void what_the_source_puts_beside_a_contact_is_dropped() {
        Map<String, Object> tag = map("tagKey", "level", "value", "gold");
        assertThat(data(
                        CONTACTS,
                        map(
                                "mobilePhone",
                                "138",
                                "tags",
                                List.of(tag),
                                "identities",
                                List.of(),
                                "channelIdentities",
                                null)))
                .isEqualTo(json("{'mobilePhone':'138'}"));
    }

    @Test
    void a_field_props_is_merged_and_a_field_of_the_record_wins() {
        String props = "{\"long\":11111111111111112001,\"price\":100.240,\"level\":\"silver\"}";
        String expected = "{'level':'gold','long':11111111111111112001,'price':100.240}";

        assertThat(data(CONTACTS, map("mobilePhone", "138", "level", "gold", "props", props))
                        .path("props"))
                .isEqualTo(json(expected));
        assertThat(data(CONTACTS, map("mobilePhone", "138", "level", "gold", "props", map("level", "silver", "n", 1)))
                        .path("props"))
                .isEqualTo(json("{'level':'gold','n':1}"));
        assertThat(data(CONTACTS, map("mobilePhone", "138", "props", " "))).isEqualTo(json("{'mobilePhone':'138'}"));
    }

    @Test
    void nulls_in_props_follow_one_rule_however_they_travel() {
        String text = "{\"a\":null,\"b\":1,\"c\":{\"d\":null,\"e\":[null,{\"f\":null}]}}";
        Map<String, Object> map = map("a", null, "b", 1, "c", map("d", null, "e", Arrays.asList(null, map("f", null))));
        Schema json = SchemaBuilder.string().optional().name(SemanticNames.JSON).build();
        Schema inner = SchemaBuilder.struct()
                .field("a", json)
                .field("b", Schema.INT32_SCHEMA)
                .field("c", json)
                .build();
        Schema schema = SchemaBuilder.struct()
                .field("mobilePhone", Schema.STRING_SCHEMA)
                .field("props", inner)
                .build();
        Struct props = new Struct(inner).put("b", 1).put("c", "{\"d\":null,\"e\":[null,{\"f\":null}]}");
        Struct struct = new Struct(schema).put("mobilePhone", "138").put("props", props);
        Struct nullAsJson = new Struct(schema).put("mobilePhone", "138");
        nullAsJson.put("props", new Struct(inner).put("a", "null").put("b", 1).put("c", props.get("c")));

        Map<String, String> sending = Configs.contacts("behavior.on.null.fields", "send");
        for (Object value : List.of(
                map("mobilePhone", "138", "props", text),
                map("mobilePhone", "138", "props", map),
                struct,
                nullAsJson)) {
            assertThat(data(CONTACTS, value).path("props")).isEqualTo(json("{'b':1,'c':{'e':[null,{}]}}"));
            assertThat(data(sending, value).path("props"))
                    .isEqualTo(json("{'a':null,'b':1,'c':{'d':null,'e':[null,{'f':null}]}}"));
        }
    }

    @Test
    void a_map_whose_schema_says_that_its_texts_are_json_is_read_as_json() {
        Schema json = SchemaBuilder.string().name(SemanticNames.JSON).build();
        Schema schema = SchemaBuilder.struct()
                .field("mobilePhone", Schema.STRING_SCHEMA)
                .field("props", SchemaBuilder.map(Schema.STRING_SCHEMA, json))
                .build();
        Struct struct =
                new Struct(schema).put("mobilePhone", "138").put("props", Map.of("attr1", "\"单身\"", "attr2", "10000"));

        assertThat(data(CONTACTS, struct).path("props")).isEqualTo(json("{'attr1':'单身','attr2':10000}"));
    }

    @Test
    void values_that_fit_no_form_are_rejected_by_the_name_of_their_field_only() {
        assertRejected(map("mobilePhone", "138", "dateOfBirthday", "小时候"), "dateOfBirthday");
        assertRejected(map("mobilePhone", "138", "name", map("first", "小时候")), "name");
        assertRejected(map("mobilePhone", "138", "utm", "小时候"), "utm");
        assertRejected(map("mobilePhone", "138", "props", "小时候"), "props");
        assertRejected(map("mobilePhone", "138", "props", "[\"小时候\"]"), "props");
        assertRejected(map("mobilePhone", "138", "photo", ByteBuffer.allocate(1)), "photo");
        assertRejected(map("mobilePhone", "138", "score", Double.NaN), "score");
    }

    @Test
    void a_value_without_fields_is_rejected() {
        assertThatThrownBy(() -> operation(Configs.contacts("identity.fields", "key:mobilePhone"))
                        .map(record("138", "a text")))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("value.converter");
    }

    private static void assertRejected(Map<String, Object> value, String field) {
        assertThatThrownBy(() -> operation(CONTACTS).map(record(value)))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("The field " + field)
                .hasMessageNotContaining("小时候");
    }
}

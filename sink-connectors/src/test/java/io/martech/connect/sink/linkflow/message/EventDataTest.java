package io.martech.connect.sink.linkflow.message;

import static io.martech.connect.sink.contract.TestRecords.json;
import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.record;
import static io.martech.connect.sink.linkflow.Mapped.data;
import static io.martech.connect.sink.linkflow.Mapped.operation;
import static io.martech.connect.sink.linkflow.Mapped.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sink.contract.TestRecords;
import io.martech.connect.sink.linkflow.Configs;
import io.martech.connect.sink.linkflow.form.WriteTables;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class EventDataTest {

    @Test
    void an_event_has_a_name_a_time_and_properties() {
        JsonNode message = request(
                        Configs.events(),
                        record(map("mobilePhone", "138", "s_hideCount", 2, "utm", map("source", "ad"))))
                .path("messages")
                .path(0);

        assertThat(message.path("domain").asText()).isEqualTo("event");
        assertThat(message.path("action").asText()).isEqualTo("track");
        assertThat(message.path("ts").asLong()).isEqualTo(TestRecords.TIMESTAMP);
        assertThat(message.path("data"))
                .isEqualTo(json("{'utm':{'source':'ad'},'event':'PAID','eventDate':1663146117310,"
                        + "'props':{'mobilePhone':'138','s_hideCount':2}}"));
    }

    @Test
    void an_event_keeps_all_fields_but_what_no_source_field_took() {
        Map<String, Object> value = map("mobilePhone", "138", "unmapped", "{}");
        for (String name : WriteTables.READING_ONLY_OF_CONTACT) {
            value.putIfAbsent(name, "x");
        }
        value.put("id", 7L);
        value.put("tags", List.of(map("tagKey", "level")));

        assertThat(data(Configs.events(), value).path("props"))
                .isEqualTo(json("{'mobilePhone':'138','id':7,'ver':'x','tenantId':'x','contactId':'x','channelId':'x',"
                        + "'dateCreated':'x','lastUpdated':'x','orderOuterStatus':'x','anonymousId':'x','isAnonymous':'x',"
                        + "'openIds':'x','tags':[{'tagKey':'level'}]}"));
    }

    @Test
    void the_name_may_come_from_a_field() {
        Map<String, String> config = Configs.events("event.name", null, "event.name.field", "event");

        assertThat(data(config, map("mobilePhone", "138", "event", "SIGNED_UP")))
                .isEqualTo(json("{'event':'SIGNED_UP','eventDate':1663146117310,'props':{'mobilePhone':'138'}}"));
        assertThatThrownBy(() -> operation(config).map(record(map("mobilePhone", "138", "event", " "))))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("event.name.field");
    }

    @Test
    void the_time_may_come_from_a_field() {
        Map<String, String> config = Configs.events("timestamp.field", "at");
        for (Object time : List.of(1_666_924_425_000L, "2022-10-28 10:33:45", "2022-10-28T02:33:45Z")) {
            JsonNode message = request(config, record(map("mobilePhone", "138", "at", time)))
                    .path("messages")
                    .path(0);
            assertThat(message.path("data").path("eventDate").asLong()).isEqualTo(1_666_924_425_000L);
            assertThat(message.path("ts").asLong()).isEqualTo(1_666_924_425_000L);
        }
        assertThat(data(config, map("mobilePhone", "138", "at", null))
                        .path("eventDate")
                        .asLong())
                .isEqualTo(TestRecords.TIMESTAMP);
    }

    @Test
    void a_time_that_is_none_is_rejected() {
        Map<String, String> config = Configs.events("timestamp.field", "at");
        for (Object time : List.of("gestern", 19_293L, true, "2022-13-28 10:33:45")) {
            assertThatThrownBy(() -> operation(config).map(record(map("mobilePhone", "138", "at", time))))
                    .isInstanceOf(RecordRejectedException.class)
                    .hasMessageContaining("timestamp.field")
                    .hasMessageContaining("The field at must hold a time")
                    .hasMessageNotContaining("gestern");
        }
    }

    @Test
    void a_field_eventDate_says_when_it_happened_unless_the_user_chose_another() {
        Map<String, Object> value =
                map("mobilePhone", "138", "eventDate", 1_600_000_000_000L, "at", 1_666_924_425_000L);

        assertThat(data(Configs.events(), value).path("eventDate").asLong()).isEqualTo(1_600_000_000_000L);
        assertThat(data(Configs.events("timestamp.field", "at"), value)
                        .path("eventDate")
                        .asLong())
                .isEqualTo(1_666_924_425_000L);
    }

    @Test
    void a_record_without_any_time_happened_now() {
        SinkRecord record = new SinkRecord(
                "people", 3, null, null, null, map("mobilePhone", "138"), 42, null, TimestampType.NO_TIMESTAMP_TYPE);

        assertThat(data(Configs.events(), record).path("eventDate").asLong()).isEqualTo(1_700_000_000_000L);
    }

    @Test
    void the_domain_may_come_from_a_field() {
        Map<String, String> config = Configs.events("message.domain", null, "message.domain.field", "kind");

        assertThat(domain(config, "event")).isEqualTo("event");
        assertThat(domain(config, "contact")).isEqualTo("contact");
        assertThat(domain(config, "order")).isEqualTo("salesOrder");
        assertThatThrownBy(() -> domain(config, "salesman"))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("message.domain.field");
    }

    private static String domain(Map<String, String> config, String kind) {
        return request(config, record(map("mobilePhone", "138", "kind", kind)))
                .path("messages")
                .path(0)
                .path("domain")
                .asText();
    }
}

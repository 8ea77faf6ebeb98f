package io.martech.connect.sink.linkflow.message;

import static io.martech.connect.sink.contract.TestRecords.json;
import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.record;
import static io.martech.connect.sink.linkflow.Mapped.message;
import static io.martech.connect.sink.linkflow.Mapped.operation;
import static io.martech.connect.sink.linkflow.Mapped.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sink.contract.TestConfig;
import io.martech.connect.sink.linkflow.Configs;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class MessageRequestTest {

    private static final SinkRecord RECORD = record(map("mobilePhone", "138", "email", "a@b.cn"));

    @Test
    void a_request_has_the_documented_form() {
        JsonNode request = request(Configs.contacts(), RECORD);

        String messageId = message(Configs.contacts(), RECORD).id();
        assertThat(request)
                .isEqualTo(json("{'request_id':'" + MessageIds.requestId(List.of(messageId))
                        + "','channelKey':'udc_12SyQfFmg','channelType':'UDC',"
                        + "'identities':[{'id':'138','type':'mobilePhone'},{'id':'a@b.cn','type':'email'}],"
                        + "'messages':[{'message_id':'" + messageId + "','domain':'contact','action':'set',"
                        + "'ts':1663146117310,'data':{'mobilePhone':'138','email':'a@b.cn'}}]}"));
    }

    @Test
    void a_record_keeps_its_id_and_other_coordinates_have_other_ids() {
        String id = message(Configs.contacts(), RECORD).id();

        assertThat(UUID.fromString(id).version()).isEqualTo(5);
        assertThat(message(Configs.contacts(), RECORD).id()).isEqualTo(id);
        assertThat(id).as("stable across releases").isEqualTo("3386afaa-041d-5ca9-8ec5-acdfda7be30b");
        SinkRecord renamed = RECORD.newRecord("renamed", 0, null, null, null, RECORD.value(), null);
        assertThat(message(Configs.contacts(), renamed).id())
                .as("original coordinates")
                .isEqualTo(id);
        assertThat(message(Configs.contacts("message.id.seed", "again"), RECORD).id())
                .isNotEqualTo(id);
        MessageIds ids = new MessageIds(null, "", "");
        assertThat(ids.messageId(at("people", 3, 42), "contact", "set")).isEqualTo(id);
        assertThat(ids.messageId(at("people", 3, 43), "contact", "set")).isNotEqualTo(id);
        assertThat(ids.messageId(at("people", 4, 42), "contact", "set")).isNotEqualTo(id);
        assertThat(ids.messageId(at("people2", 3, 42), "contact", "set")).isNotEqualTo(id);
    }

    /** Two connectors may read one topic, one for contacts and one for what they did. */
    @Test
    void another_connector_or_domain_sends_other_messages() {
        SinkRecord record = record(map("mobilePhone", "138", "receiverMobile", "138", "orderId", "1"));
        Set<String> ids = Stream.of(
                        Configs.contacts(),
                        Configs.contacts("name", "a"),
                        Configs.contacts("name", "b"),
                        Configs.events("name", "a"),
                        Configs.orders("name", "a"))
                .map(config -> message(config, record).id())
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(5);
        assertThat(message(Configs.contacts("name", "a"), record).id()).isIn(ids);
    }

    @Test
    void an_id_may_come_from_a_field() {
        Map<String, String> config = Configs.contacts("message.id.field", "key");
        SinkRecord record = record("m-1", map("mobilePhone", "138"));

        assertThat(message(config, record).id()).isEqualTo("m-1");
        assertThat(message(TestConfig.with(config, "message.id.seed", "again"), record)
                        .id())
                .isNotEqualTo("m-1")
                .isEqualTo(message(TestConfig.with(config, "message.id.seed", "again"), record)
                        .id());
        assertThatThrownBy(() -> operation(config).map(record(null, map("mobilePhone", "138"))))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("message.id.field");
    }

    @Test
    void the_requests_id_depends_on_the_messages_and_their_order() {
        assertThat(MessageIds.requestId(List.of("a", "b")))
                .isEqualTo(MessageIds.requestId(List.of("a", "b")))
                .isNotEqualTo(MessageIds.requestId(List.of("b", "a")))
                .isNotEqualTo(MessageIds.requestId(List.of("ab")));
    }

    @Test
    void the_channel_may_come_from_fields() {
        Map<String, String> config = Configs.contacts(
                "channel.key", null, "channel.key.field", "shop.channel", "channel.type.field", "shop.kind");

        JsonNode request = request(
                config, record(map("mobilePhone", "138", "shop", map("channel", "wxa_1", "kind", "WECHAT_WXA"))));
        assertThat(request.path("channelKey").asText()).isEqualTo("wxa_1");
        assertThat(request.path("channelType").asText()).isEqualTo("WECHAT_WXA");
        JsonNode untyped = request(config, record(map("mobilePhone", "138", "shop", map("channel", "udc_1"))));
        assertThat(untyped.path("channelType").asText()).isEqualTo("UDC");
        assertThatThrownBy(() -> operation(config).map(record(map("mobilePhone", "138"))))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("channel.key.field");
        assertThatThrownBy(() -> operation(config)
                        .map(record(map("mobilePhone", "138", "shop", map("channel", "y", "kind", "YOUZAN")))))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("channel.type.field")
                .hasMessageContaining("WECHAT_WXA");
    }

    @Test
    void only_messages_of_one_person_channel_and_endpoint_have_one_addressee() {
        Object addressee = message(Configs.contacts(), RECORD).addressee();

        assertThat(message(Configs.events(), RECORD).addressee())
                .as("contacts and events share")
                .isEqualTo(addressee);
        assertThat(message(Configs.contacts(), record(map("email", "a@b.cn"))).addressee())
                .isNotEqualTo(addressee);
        assertThat(message(Configs.contacts("message.domain", "order", "order.path", "/open/messages"), RECORD)
                        .addressee())
                .as("orders stay among themselves")
                .isNotEqualTo(addressee);
        assertThat(message(Configs.contacts("channel.key", "other"), RECORD).addressee())
                .isNotEqualTo(addressee);
        assertThat(message(Configs.contacts("channel.type", "TTMP"), RECORD).addressee())
                .isNotEqualTo(addressee);
        assertThat(message(Configs.contacts("identity.fields", "email:email,mobilePhone:mobilePhone"), RECORD)
                        .addressee())
                .as("another order of identities")
                .isNotEqualTo(addressee);
    }

    @Test
    void null_values_are_ignored_or_rejected() {
        SinkRecord tombstone = record("138", null);

        assertThat(operation(Configs.contacts()).map(tombstone)).isEmpty();
        assertThatThrownBy(() -> operation(Configs.contacts("behavior.on.null.values", "fail"))
                        .map(tombstone))
                .isInstanceOf(RecordRejectedException.class)
                .hasMessageContaining("behavior.on.null.values");
    }

    @Test
    void a_message_does_not_print_its_data() {
        assertThat(message(Configs.contacts(), RECORD).toString()).doesNotContain("138", "a@b.cn");
        assertThat(message(Configs.contacts(), RECORD).addressee().toString()).doesNotContain("138", "a@b.cn");
    }

    private static SinkRecord at(String topic, int partition, long offset) {
        return new SinkRecord(topic, partition, null, null, null, null, offset);
    }
}

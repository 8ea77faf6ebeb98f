package io.martech.connect.sink.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.sink.contract.SinkConfigContract;
import io.martech.connect.sink.linkflow.message.LinkflowMessagesOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;

class LinkflowMessagesConfigTest extends SinkConfigContract {

    @Override
    protected String secretKey() {
        return "linkflow.app.secret";
    }

    @Override
    protected SinkConnector connector() {
        return new LinkflowMessagesSinkConnector();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.contacts(more);
    }

    @Override
    protected Stream<Key> ownKeys() {
        return Stream.concat(
                LinkflowFacts.accountKeys(),
                Stream.of(
                        key("channel.key", null, "udc_1"),
                        key("channel.key.field", null, "shop.channel", "shop..channel"),
                        key("channel.type", "UDC", "WECHAT_WXA", "udc", "", "WEIBO"),
                        key("channel.type.field", null, "shop.kind", ".kind"),
                        key("message.domain", null, "contact", "contacts", "Event"),
                        key("message.domain.field", null, "kind", "kind."),
                        key("event.name", null, "PAID"),
                        key("event.name.field", null, "event", "a..b"),
                        key("timestamp.field", null, "at", "at."),
                        key(
                                "order.path",
                                "/open/messages/orders",
                                "/open/messages",
                                "open/messages",
                                "",
                                "/a?b=c",
                                "/a b"),
                        key("order.domain", "salesOrder", "salesOrders", ""),
                        key("message.id.field", null, "key.id", ".."),
                        key("message.id.seed", "", "again"),
                        key(
                                "identity.fields",
                                List.of(),
                                "a.b:email,key:phone",
                                "email",
                                ":email",
                                "email:",
                                "a:b,a:b",
                                "a..b:c"),
                        key("identities.field", null, "ids", "a..b"),
                        key("identity.ignored.values", List.of("0", "null", "undefined", "无"), "n/a"),
                        key("data.fields", List.of(), "a.b:name", "name", "a:b,c:b"),
                        key("behavior.on.null.fields", "omit", "send", "drop", "")));
    }

    @Test
    void exactly_one_of_two_ways_is_chosen() {
        assertFault(Configs.contacts("channel.key", null), "channel.key", "Neither");
        assertFault(Configs.contacts("channel.key.field", "a"), "channel.key", "Both");
        assertFault(Configs.contacts("message.domain", null), "message.domain", "Neither");
        assertFault(Configs.contacts("message.domain.field", "a"), "message.domain", "Both");
        assertFault(Configs.contacts("identity.fields", null), "identity.fields", "Neither");
        assertFault(Configs.contacts("identities.field", "a"), "identity.fields", "Both");
    }

    @Test
    void events_have_exactly_one_name() {
        assertFault(Configs.events("event.name", null), "event.name", "Events need a name");
        assertFault(Configs.events("event.name.field", "a"), "event.name.field", "Both");
        assertThat(errors(Configs.events("event.name", null, "event.name.field", "a")))
                .isEmpty();
        assertThat(errors(Configs.contacts("event.name", null))).isEmpty();
    }

    @Test
    void a_channel_suits_its_domain() {
        for (String type : List.of("UDC", "TTMP", "WECHAT_WXA")) {
            assertThat(errors(Configs.contacts("channel.type", type))).isEmpty();
            assertThat(errors(Configs.events("channel.type", type))).isEmpty();
        }
        for (String type : List.of("UDC", "YOUZAN", "YOUZANSELF")) {
            assertThat(errors(Configs.orders("channel.type", type))).isEmpty();
        }
        assertFault(Configs.contacts("channel.type", "YOUZAN"), "channel.type", "UDC, TTMP, WECHAT_WXA");
        assertFault(Configs.events("channel.type", "YOUZANSELF"), "channel.type", "UDC, TTMP, WECHAT_WXA");
        assertFault(Configs.orders("channel.type", "TTMP"), "channel.type", "UDC, YOUZAN, YOUZANSELF");
        assertThat(errors(Configs.orders("channel.type", "TTMP", "channel.type.field", "kind")))
                .isEmpty();
    }

    @Test
    void every_fault_is_told_at_once() {
        Map<String, String> config = Configs.contacts(
                "linkflow.app.secret",
                null,
                "batch.size",
                "0",
                "channel.key",
                null,
                "identities.field",
                "a",
                "channel.type",
                "WEIBO");

        assertThat(errors(config).keySet())
                .isEqualTo(
                        Set.of("linkflow.app.secret", "batch.size", "channel.key", "identity.fields", "channel.type"));
    }

    @Test
    void a_task_refuses_what_breaks_a_rule() {
        assertThatThrownBy(() -> LinkflowMessagesSinkConnector.DEFINITION.parse(Configs.contacts("channel.key", null)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("channel.key");
    }

    @Test
    void every_field_that_is_dropped_is_named() {
        String text = LinkflowMessagesOptions.definition().configKeys().get("data.fields").documentation;

        assertThat(text)
                .contains(
                        "of contacts unmapped, id, ver, tenantId, contactId, channelId, dateCreated, lastUpdated,"
                                + " orderOuterStatus, anonymousId, isAnonymous, openIds (and identities, tags, channelIdentities")
                .contains("of orders unmapped, id, ver, tenantId, contactId, channelId, dateCreated, lastUpdated,"
                        + " orderOuterStatus; of events unmapped.")
                .contains("lastUpdated, orderOuterStatus, orderId, saleChannel, salesOrderId are never sent");
    }

    @Test
    void the_values_of_a_choice_are_offered() {
        assertThat(definition("channel.type").recommender.validValues("channel.type", Map.of()))
                .contains("UDC", "YOUZANSELF");
        assertThat(definition("message.domain").recommender.validValues("message.domain", Map.of()))
                .containsExactly("contact", "event", "order");
    }

    @Override
    protected Map<String, String> baseOf(Key key) {
        return switch (key.name()) {
            case "channel.key.field" -> Configs.contacts("channel.key", null);
            case "message.domain.field" -> Configs.contacts("message.domain", null);
            case "identities.field" -> Configs.contacts("identity.fields", null);
            default -> Configs.contacts();
        };
    }
}

package io.martech.connect.sink.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkflowMessagesConfigTest {

    private static final Object REQUIRED = ConfigDef.NO_DEFAULT_VALUE;

    /** A key with its default, a value that is accepted and values that are refused. */
    private record Key(String name, Object defaultValue, String valid, List<String> invalid) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Key key(String name, Object defaultValue, String valid, String... invalid) {
        return new Key(name, defaultValue, valid, List.of(invalid));
    }

    static Stream<Key> keys() {
        return Stream.of(
                key("linkflow.url", "https://cdp-api.linkflowtech.com", "http://127.0.0.1:8080", "ftp://x", "x", ""),
                key("linkflow.app.key", REQUIRED, "abc", "", "a b"),
                key("linkflow.app.secret", REQUIRED, "abc", "", "密码"),
                key("linkflow.time.zone", "+08:00", "+00:00", "Asia/Shanghai", ""),
                key("linkflow.reauthenticate.codes", List.of(), "B00401", "no code"),
                key("linkflow.retry.codes", List.of(), "B00500,B00501", "no code"),
                key("channel.key", null, "udc_1"),
                key("channel.key.field", null, "shop.channel", "shop..channel"),
                key("channel.type", "UDC", "WECHAT_WXA", "udc", "", "WEIBO"),
                key("channel.type.field", null, "shop.kind", ".kind"),
                key("message.domain", null, "contact", "contacts", "Event"),
                key("message.domain.field", null, "kind", "kind."),
                key("event.name", null, "PAID"),
                key("event.name.field", null, "event", "a..b"),
                key("timestamp.field", null, "at", "at."),
                key("order.path", "/open/messages/orders", "/open/messages", "open/messages", "", "/a?b=c", "/a b"),
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
                key("behavior.on.null.fields", "omit", "send", "drop", ""),
                key("batch.size", 50, "1", "0", "many"),
                key("linger.ms", 5L, "0", "-1"),
                key("behavior.on.null.values", "ignore", "fail", "delete"),
                key("max.consecutive.rejections", 100, "1", "0"),
                key("max.in.flight.requests", 32, "1", "0"),
                key("max.retries", -1, "5", "-2"),
                key("retry.backoff.ms", 500L, "1", "0"),
                key("retry.backoff.max.ms", 60_000L, "1000", "0", "499"),
                key("request.timeout.ms", 60_000L, "1", "0"),
                key("connect.timeout.ms", 10_000L, "1", "0"),
                key("rate.limit.requests.per.second", 0, "10", "-1"),
                key("rate.limit.requests.per.hour", 0, "10", "-1"),
                key("proxy.url", "", "http://127.0.0.1:3128", "http://u:p@h:1", "x", "http://proxy-without-port"),
                key("validate.credentials", true, "false", "perhaps"));
    }

    @Test
    void every_key_is_tested_here() {
        assertThat(keys().map(Key::name).collect(Collectors.toSet()))
                .isEqualTo(LinkflowMessagesConfig.definition().names());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void has_its_default(Key key) {
        assertThat(definition(key).defaultValue).isEqualTo(key.defaultValue);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void is_described_in_full(Key key) {
        ConfigKey definition = definition(key);

        assertThat(definition.documentation).endsWith(".").hasSizeGreaterThan(30);
        assertThat(definition.group).isNotBlank();
        assertThat(definition.orderInGroup).isPositive();
        assertThat(definition.displayName).isNotBlank().isNotEqualTo(key.name);
        assertThat(definition.width).isNotEqualTo(ConfigDef.Width.NONE);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void accepts_what_is_valid(Key key) {
        assertThat(errors(Configs.with(baseOf(key), key.name, key.valid))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void refuses_what_is_invalid_on_that_very_key(Key key) {
        for (String invalid : key.invalid) {
            Map<String, List<String>> errors = errors(Configs.with(baseOf(key), key.name, invalid));
            assertThat(errors.keySet()).as("\"%s\"", invalid).containsExactly(key.name);
            assertThat(String.join(" ", errors.get(key.name))).contains(key.name);
        }
    }

    @Test
    void required_keys_are_missed() {
        for (String key : List.of("linkflow.app.key", "linkflow.app.secret")) {
            assertThat(errors(Configs.contacts(key, null)).keySet()).containsExactly(key);
        }
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
    void back_off_grows_and_only_one_limit_is_set() {
        assertFault(
                Configs.contacts("retry.backoff.ms", "1000", "retry.backoff.max.ms", "999"),
                "retry.backoff.max.ms",
                "retry.backoff.ms");
        assertFault(
                Configs.contacts("rate.limit.requests.per.second", "1", "rate.limit.requests.per.hour", "1"),
                "rate.limit.requests.per.hour",
                "Both");
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
        assertThatThrownBy(() -> new LinkflowMessagesConfig(Configs.contacts("channel.key", null)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("channel.key");
    }

    @Test
    void nothing_that_is_refused_shows_the_secret() {
        assertThat(errors(Configs.contacts("linkflow.app.secret", "top secret")).toString())
                .doesNotContain("top secret");
        assertThat(new LinkflowMessagesConfig(Configs.contacts("linkflow.app.secret", "top-secret"))
                        .values()
                        .toString())
                .doesNotContain("top-secret");
    }

    @Test
    void the_values_of_a_choice_are_offered() {
        assertThat(definition("channel.type").recommender.validValues("channel.type", Map.of()))
                .contains("UDC", "YOUZANSELF");
        assertThat(definition("message.domain").recommender.validValues("message.domain", Map.of()))
                .containsExactly("contact", "event", "order");
    }

    private static Map<String, String> baseOf(Key key) {
        return switch (key.name) {
            case "channel.key.field" -> Configs.contacts("channel.key", null);
            case "message.domain.field" -> Configs.contacts("message.domain", null);
            case "identities.field" -> Configs.contacts("identity.fields", null);
            default -> Configs.contacts();
        };
    }

    private static void assertFault(Map<String, String> config, String key, String message) {
        Map<String, List<String>> errors = errors(config);
        assertThat(errors.keySet()).containsExactly(key);
        assertThat(errors.get(key)).singleElement().asString().contains(message);
    }

    private static Map<String, List<String>> errors(Map<String, String> properties) {
        Map<String, String> offline = properties.containsKey("validate.credentials")
                ? properties
                : Configs.with(properties, "validate.credentials", "false");
        Config config = new LinkflowMessagesSinkConnector().validate(offline);
        return config.configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }

    private static ConfigKey definition(Key key) {
        return definition(key.name);
    }

    private static ConfigKey definition(String name) {
        return LinkflowMessagesConfig.definition().configKeys().get(name);
    }
}

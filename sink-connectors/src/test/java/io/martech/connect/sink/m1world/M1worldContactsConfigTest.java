package io.martech.connect.sink.m1world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.sink.contract.SinkConfigContract;
import io.martech.connect.sink.contract.TestConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;

class M1worldContactsConfigTest extends SinkConfigContract {

    private static final Set<String> KEYS_OF_APPS = Set.of(
            "m1world.app.key",
            "m1world.app.secret",
            "m1world.refresh.token",
            "m1world.authorization.code",
            "m1world.redirect.uri",
            "m1world.auth.url",
            "token.store.path");

    /** The least that the connector needs, and what is given on top, as key, value, key, value; null takes a key away. */
    static Map<String, String> withKey(String... more) {
        return TestConfig.with(new HashMap<>(Map.of("m1world.token", "key")), more);
    }

    static Map<String, String> withApp(String... more) {
        return TestConfig.with(
                new HashMap<>(Map.of(
                        "m1world.app.key", "app", "m1world.app.secret", "secret", "m1world.refresh.token", "refresh")),
                more);
    }

    @Override
    protected SinkConnector connector() {
        return new M1worldContactsSinkConnector();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return withKey(more);
    }

    @Override
    protected String secretKey() {
        return "m1world.token";
    }

    @Override
    protected Stream<Key> ownKeys() {
        return Stream.of(
                key("m1world.url", "", "http://127.0.0.1:8080", "ftp://x", "x"),
                key("m1world.token", "", "abc", "a b"),
                key("m1world.app.key", "", "abc", "a b"),
                key("m1world.app.secret", "", "abc", "密码"),
                key("m1world.refresh.token", "", "abc", "a b"),
                key("m1world.authorization.code", "", "abc", "a b"),
                key("m1world.redirect.uri", "", "https://example.com/callback", "x"),
                key("m1world.auth.url", "http://auth2.m1world.com", "http://127.0.0.1:8080", "x", ""),
                key("m1world.quota.pause.ms", 300_000L, "1", "0"),
                key("token.store.path", "", "/tmp", "/dev/null"),
                key("contact.operation", "merge", "add", "delete", ""),
                key("contact.unique.field", "", "email", "e-mail"),
                key("identity.fields", List.of("email", "mobilePhone"), "email"),
                key("group.name", "", "VIP"),
                key("group.name.field", "", "crm.group", "a..b"),
                key("contact.edit.birthday.format", "yyyy-MM-dd", "yyyy/M/d", "yyyy", "jjj"),
                key("properties.auto.create", false, "true", "perhaps"),
                key("properties.refresh.interval.ms", 600_000L, "1", "0"),
                key("batch.size", 1_000, "1", "0", "1001", "many"),
                key("linger.ms", 2_000L, "0", "-1"),
                key("behavior.on.null.values", "ignore", "delete", "drop"),
                key("behavior.on.missing.identity", "send", "fail", "drop"),
                key("rate.limit.requests.per.second", 0, "0", "-1"),
                key("rate.limit.requests.per.hour", 2_000, "4000", "-1"));
    }

    @Override
    protected Map<String, String> baseOf(Key key) {
        if (key.name().equals("m1world.token") || !KEYS_OF_APPS.contains(key.name())) {
            return withKey();
        }
        return key.name().equals("m1world.authorization.code")
                ? withApp("m1world.refresh.token", null, "m1world.redirect.uri", "https://example.com/callback")
                : withApp();
    }

    @Test
    void credentials_are_of_one_kind_and_complete() {
        assertFault(withKey("m1world.token", null), "m1world.token", "No credentials");
        assertFault(withApp("m1world.token", "key"), "m1world.token", "Both kinds");
        assertFault(withApp("m1world.app.secret", null), "m1world.app.secret", "empty");
        assertFault(withApp("m1world.refresh.token", null), "m1world.refresh.token", "token.store.path");
        assertThat(errors(withApp("m1world.refresh.token", null, "token.store.path", "/tmp")))
                .isEmpty();
        assertFault(
                withApp("m1world.authorization.code", "code", "m1world.redirect.uri", "https://example.com/callback"),
                "m1world.authorization.code",
                "only one of the two");
        assertFault(
                withApp("m1world.refresh.token", null, "m1world.authorization.code", "code"),
                "m1world.redirect.uri",
                "m1world.authorization.code");
    }

    @Test
    void an_update_has_a_unique_field_and_no_group() {
        assertFault(withKey("contact.operation", "update"), "contact.unique.field", "for example to email");
        Map<String, String> update = withKey("contact.operation", "update", "contact.unique.field", "email");
        assertThat(errors(update)).isEmpty();
        assertFault(TestConfig.with(update, "group.name", "VIP"), "group.name", "contact.operation");
        assertFault(TestConfig.with(update, "group.name.field", "team"), "group.name", "contact.operation");
    }

    @Test
    void a_group_is_named_once() {
        assertFault(withKey("group.name", "VIP", "group.name.field", "team"), "group.name.field", "either");
    }

    @Test
    void a_task_refuses_what_breaks_a_rule() {
        assertThatThrownBy(() -> M1worldContactsSinkConnector.DEFINITION.parse(withKey("contact.operation", "update")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("contact.unique.field");
    }
}

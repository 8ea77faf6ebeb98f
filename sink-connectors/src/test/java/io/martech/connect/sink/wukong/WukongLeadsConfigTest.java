package io.martech.connect.sink.wukong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.sink.contract.SinkConfigContract;
import io.martech.connect.sink.contract.TestConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;

class WukongLeadsConfigTest extends SinkConfigContract {

    /** The least that the connector needs, and what is given on top, as key, value, key, value; null takes a key away. */
    static Map<String, String> leads(String... more) {
        return TestConfig.with(
                new HashMap<>(Map.of(
                        "wukong.app.id",
                        "app",
                        "wukong.app.secret",
                        "secret",
                        "wukong.refresh.token",
                        "refresh",
                        "wukong.uid",
                        SimulatedWukong.UID)),
                more);
    }

    @Override
    protected SinkConnector connector() {
        return new WukongLeadsSinkConnector();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return leads(more);
    }

    @Override
    protected String secretKey() {
        return "wukong.app.secret";
    }

    @Override
    protected Stream<Key> ownKeys() {
        return Stream.of(
                key("wukong.url", "http://open.wukongdata.com", "http://127.0.0.1:8080", "ftp://x", "x", ""),
                key("wukong.app.id", REQUIRED, "abc", "", "a b"),
                key("wukong.app.secret", REQUIRED, "abc", "", "密码"),
                key("wukong.refresh.token", "", "abc", "a b"),
                key("wukong.authorization.code", "", "abc", "a b"),
                key("wukong.api.revision", "v1", "v2", "v3", ""),
                key("wukong.reauthenticate.codes", List.of(), "40001", "no code"),
                key("token.store.path", "", "/tmp", "/dev/null"),
                key("wukong.uid", "", "123", "the id of a user who is bound to your account"),
                key("wukong.uid.field", "", "owner.uid", "a..b"),
                key("lead.fields", List.of(), "a.b:mobile,key.id:qq", "mobile", "a:phone", "a:qq,b:qq"));
    }

    /** A token call would spend the refresh token. */
    @Override
    protected boolean triesCredentials() {
        return false;
    }

    @Override
    protected Map<String, String> baseOf(Key key) {
        return switch (key.name()) {
            case "wukong.uid.field" -> leads("wukong.uid", null);
            case "wukong.authorization.code" -> leads("wukong.refresh.token", null);
            default -> leads();
        };
    }

    @Test
    void there_is_one_user_and_one_beginning() {
        assertFault(leads("wukong.uid", null), "wukong.uid", "Neither");
        assertFault(leads("wukong.uid.field", "owner"), "wukong.uid", "Both");
        assertFault(leads("wukong.refresh.token", null), "wukong.refresh.token", "token.store.path");
        assertFault(leads("wukong.authorization.code", "code"), "wukong.authorization.code", "only one");
        assertThat(errors(leads("wukong.refresh.token", null, "token.store.path", "/tmp")))
                .isEmpty();
    }

    @Test
    void a_task_refuses_what_breaks_a_rule() {
        assertThatThrownBy(() -> WukongLeadsSinkConnector.DEFINITION.parse(leads("wukong.uid", null)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("wukong.uid");
    }
}

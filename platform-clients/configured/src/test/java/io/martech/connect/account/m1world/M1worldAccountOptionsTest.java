package io.martech.connect.account.m1world;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.account.OptionChecks;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class M1worldAccountOptionsTest {

    private final OptionChecks validation = new OptionChecks(definition(), Map.of());

    @Test
    void theAddressFollowsTheKindOfCredentialsUnlessItIsSet() {
        assertThat(validation.defaultOf("m1world.url")).isEqualTo("");
        assertThat(validation.defaultOf("m1world.auth.url")).isEqualTo("http://auth2.m1world.com");
        assertThat(validation.parsed("m1world.url", "http://127.0.0.1:8080/v2")).isEqualTo("http://127.0.0.1:8080/v2");
        assertThat(validation.refusal("m1world.url", "api.m1world.com")).contains("http:// or https://");
        assertThat(validation.refusal("m1world.auth.url", "")).contains("http:// or https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"m1world.token", "m1world.app.secret", "m1world.refresh.token", "m1world.authorization.code"})
    void secretsArePasswordsAndCarelesslyCopiedOnesAreRefusedWithoutBeingRepeated(String key) {
        assertThat(validation.defaultOf(key)).isEqualTo(new Password(""));
        assertThat(validation.parsed(key, "my-s3cr3t")).isEqualTo(new Password("my-s3cr3t"));
        assertThat(validation.refusal(key, "my-s3cr3t\u00a0")).contains("blank").doesNotContain("my-s3cr3t");
    }

    @Test
    void theQuotaIsTriedAgainEveryFiveMinutes() {
        assertThat(validation.defaultOf("m1world.quota.pause.ms")).isEqualTo(300_000L);
        assertThat(validation.refusal("m1world.quota.pause.ms", "0")).isNotEmpty();
    }

    @Test
    void everyKeyIsComplete() {
        validation.everyKeyIsComplete();
        validation.nullIsRefusedExceptFor(List.of(
                "m1world.token",
                "m1world.app.key",
                "m1world.app.secret",
                "m1world.refresh.token",
                "m1world.authorization.code"));
    }

    private static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        M1worldAccountOptions.define(definition);
        return definition;
    }
}

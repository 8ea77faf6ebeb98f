package io.martech.connect.account.youmi;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.account.OptionChecks;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YoumiAccountOptionsTest {

    private final OptionChecks validation =
            new OptionChecks(definition(), Map.of("youmi.app.id", "id", "youmi.app.key", "s3cr3t"));

    @Test
    void defaultsAreThoseOfTheDocument() {
        assertThat(validation.defaultOf("youmi.url")).isEqualTo("http://api10.agsoft.net:5001/publicapi/v1");
        assertThat(validation.defaultOf("youmi.token.field")).isEqualTo("access_token");
        assertThat(validation.defaultOf("youmi.null.is.empty.list")).isEqualTo(false);
        assertThat(validation.defaultOf("youmi.reauthenticate.codes")).isEqualTo(List.of());
        assertThat(validation.defaultOf("youmi.retry.codes")).isEqualTo(List.of());
    }

    @Test
    void credentialsMustBeGiven() {
        assertThat(new OptionChecks(definition(), Map.of()).errors(Map.of()))
                .containsOnlyKeys("youmi.app.id", "youmi.app.key");
    }

    @Test
    void theKeyIsAPasswordAndACarelesslyCopiedOneIsRefusedWithoutBeingRepeated() {
        assertThat(validation.parsed("youmi.app.key", "my-s3cr3t")).isEqualTo(new Password("my-s3cr3t"));
        assertThat(validation.refusal("youmi.app.key", "my-s3cr3t\u00a0"))
                .contains("blank")
                .doesNotContain("my-s3cr3t");
    }

    @Test
    void anAddressMayHaveAPortAndAPath() {
        assertThat(validation.parsed("youmi.url", "http://youmi.example.com:5001/publicapi/v1"))
                .isEqualTo("http://youmi.example.com:5001/publicapi/v1");
        assertThat(validation.refusal("youmi.url", "youmi.example.com")).contains("http://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"youmi.reauthenticate.codes", "youmi.retry.codes"})
    void codesAreAList(String key) {
        assertThat(validation.parsed(key, "10009,10012")).isEqualTo(List.of("10009", "10012"));
        assertThat(validation.refusal(key, "10009 10012")).contains("separated by commas");
    }

    @Test
    void everyKeyIsComplete() {
        validation.everyKeyIsComplete();
        validation.nullIsRefusedExceptFor(List.of());
    }

    private static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        YoumiAccountOptions.define(definition);
        return definition;
    }
}

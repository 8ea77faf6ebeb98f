package io.martech.connect.account.wukong;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.account.OptionChecks;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WukongAccountOptionsTest {

    private final OptionChecks validation =
            new OptionChecks(definition(), Map.of("wukong.app.id", "id", "wukong.app.secret", "s3cr3t"));

    @Test
    void defaultsAreThoseOfTheDocument() {
        assertThat(validation.defaultOf("wukong.url")).isEqualTo("http://open.wukongdata.com");
        assertThat(validation.defaultOf("wukong.api.revision")).isEqualTo("v1");
        assertThat(validation.defaultOf("wukong.refresh.token")).isEqualTo(new Password(""));
        assertThat(validation.defaultOf("wukong.authorization.code")).isEqualTo(new Password(""));
        assertThat(validation.defaultOf("wukong.reauthenticate.codes")).isEqualTo(List.of());
    }

    @Test
    void credentialsMustBeGiven() {
        assertThat(validation.errors(Map.of())).containsOnlyKeys("wukong.app.id", "wukong.app.secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wukong.app.secret", "wukong.refresh.token", "wukong.authorization.code"})
    void secretsArePasswordsAndCarelesslyCopiedOnesAreRefusedWithoutBeingRepeated(String key) {
        assertThat(validation.parsed(key, "my-s3cr3t")).isEqualTo(new Password("my-s3cr3t"));
        assertThat(validation.refusal(key, "my-s3cr3t\u00a0")).contains("blank").doesNotContain("my-s3cr3t");
    }

    @Test
    void thereAreTwoRevisions() {
        assertThat(validation.parsed("wukong.api.revision", "v2")).isEqualTo("v2");
        assertThat(validation.refusal("wukong.api.revision", "v3")).contains("v1", "v2");
    }

    @Test
    void codesAreAList() {
        assertThat(validation.parsed("wukong.reauthenticate.codes", "40001,42001"))
                .isEqualTo(List.of("40001", "42001"));
        assertThat(validation.refusal("wukong.reauthenticate.codes", "40001 42001"))
                .contains("separated by commas");
    }

    @Test
    void everyKeyIsComplete() {
        validation.everyKeyIsComplete();
        validation.nullIsRefusedExceptFor(List.of("wukong.refresh.token", "wukong.authorization.code"));
    }

    private static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        WukongAccountOptions.define(definition);
        return definition;
    }
}

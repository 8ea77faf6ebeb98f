package io.martech.connect.account.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.account.OptionChecks;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkflowAccountOptionsTest {

    private final OptionChecks validation =
            new OptionChecks(definition(), Map.of("linkflow.app.key", "key", "linkflow.app.secret", "s3cr3t"));

    @Test
    void defaultsAreThoseOfThePublicPlatform() {
        assertThat(validation.defaultOf("linkflow.url")).isEqualTo("https://cdp-api.linkflowtech.com");
        assertThat(validation.defaultOf("linkflow.time.zone")).isEqualTo("+08:00");
        assertThat(validation.defaultOf("linkflow.reauthenticate.codes")).isEqualTo(List.of());
        assertThat(validation.defaultOf("linkflow.retry.codes")).isEqualTo(List.of());
    }

    @Test
    void credentialsMustBeGiven() {
        assertThat(validation.errors(Map.of())).containsOnlyKeys("linkflow.app.key", "linkflow.app.secret");
    }

    @Test
    void theSecretIsAPassword() {
        assertThat(validation.parsed("linkflow.app.secret", "s3cr3t")).isEqualTo(new Password("s3cr3t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"linkflow.app.key", "linkflow.app.secret"})
    void carelesslyCopiedCredentialsAreRefusedWithoutBeingRepeated(String key) {
        assertThat(validation.refusal(key, " ")).contains("empty");
        assertThat(validation.refusal(key, "my-s3cr3t\u00a0")).contains("blank").doesNotContain("my-s3cr3t");
        assertThat(validation.refusal(key, "my-s3cr3t\nmore"))
                .contains("line end")
                .doesNotContain("my-s3cr3t");
    }

    @Test
    void addressesOfPrivateInstallationsAreFine() {
        assertThat(validation.parsed("linkflow.url", "http://linkflow_sandbox:8080/cdp"))
                .isEqualTo("http://linkflow_sandbox:8080/cdp");
        assertThat(validation.refusal("linkflow.url", "cdp-api.linkflowtech.com"))
                .contains("http:// or https://")
                .contains("https://cdp-api.linkflowtech.com");
    }

    @Test
    void theZoneIsAFixedOffset() {
        assertThat(validation.parsed("linkflow.time.zone", "-05:30")).isEqualTo("-05:30");
        assertThat(validation.refusal("linkflow.time.zone", "Asia/Shanghai"))
                .contains("+08:00")
                .contains("region");
    }

    @ParameterizedTest
    @ValueSource(strings = {"linkflow.reauthenticate.codes", "linkflow.retry.codes"})
    void codesAreAList(String key) {
        assertThat(validation.parsed(key, "B00010, B_01162")).isEqualTo(List.of("B00010", "B_01162"));
    }

    @ParameterizedTest
    @CsvSource({"linkflow.reauthenticate.codes, B00010 B00093", "linkflow.retry.codes, 'B00010,,B00093'"})
    void whatIsNoListOfCodesIsRefused(String key, String text) {
        assertThat(validation.refusal(key, text)).contains("B00010,B00093");
    }

    @Test
    void everyKeyIsComplete() {
        validation.everyKeyIsComplete();
        validation.nullIsRefusedExceptFor(List.of());
    }

    private static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountOptions.define(definition);
        return definition;
    }
}

package io.martech.connect.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpOptionsTest {

    private final OptionChecks validation = new OptionChecks(definition(), Map.of());

    @Test
    void defaults() {
        assertThat(validation.defaultOf("max.in.flight.requests")).isEqualTo(32);
        assertThat(validation.defaultOf("max.retries")).isEqualTo(-1);
        assertThat(validation.defaultOf("retry.backoff.ms")).isEqualTo(500L);
        assertThat(validation.defaultOf("retry.backoff.max.ms")).isEqualTo(60_000L);
        assertThat(validation.defaultOf("request.timeout.ms")).isEqualTo(60_000L);
        assertThat(validation.defaultOf("connect.timeout.ms")).isEqualTo(10_000L);
        assertThat(validation.defaultOf("rate.limit.requests.per.second")).isEqualTo(0);
        assertThat(validation.defaultOf("rate.limit.requests.per.hour")).isEqualTo(0);
        assertThat(validation.defaultOf("proxy.url")).isEqualTo("");
        assertThat(validation.defaultOf("validate.credentials")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({
        "max.in.flight.requests, 1, 0",
        "max.retries, 0, -2",
        "retry.backoff.ms, 1, 0",
        "retry.backoff.max.ms, 1, 0",
        "request.timeout.ms, 1, 0",
        "connect.timeout.ms, 1, 0",
        "rate.limit.requests.per.second, 1, -1",
        "rate.limit.requests.per.hour, 2000, -1",
    })
    void numbersHaveALeast(String key, String valid, String invalid) {
        assertThat(validation.parsed(key, valid)).hasToString(valid);
        assertThat(validation.refusal(key, invalid)).contains("or more");
        assertThat(validation.refusal(key, "many")).contains("many");
    }

    @Test
    void aProxyIsAnAddressWithoutPath() {
        assertThat(validation.parsed("proxy.url", "http://127.0.0.1:3128")).isEqualTo("http://127.0.0.1:3128");
        assertThat(validation.refusal("proxy.url", "127.0.0.1:3128")).contains("http://proxy.example.com:3128");
        assertThat(validation.refusal("proxy.url", "http://127.0.0.1:3128/pac")).contains("path");
    }

    @Test
    void checkingCredentialsCanBeSwitchedOff() {
        assertThat(validation.parsed("validate.credentials", "false")).isEqualTo(false);
        assertThat(validation.refusal("validate.credentials", "perhaps")).contains("perhaps");
        assertThat(validation.recommended("validate.credentials")).containsExactly(true, false);
    }

    @Test
    void everyKeyIsComplete() {
        validation.everyKeyIsComplete();
        validation.nullIsRefusedExceptFor(List.of());
    }

    private static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        HttpOptions.define(definition);
        return definition;
    }
}

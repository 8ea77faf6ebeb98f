package io.martech.connect.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.options.ConfigRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class HttpRulesTest {

    @Test
    void theLongestBackOffIsNotShorterThanTheFirst() {
        assertThat(errors(Map.of("retry.backoff.ms", "1000", "retry.backoff.max.ms", "999")))
                .containsOnlyKeys("retry.backoff.max.ms")
                .extractingByKey("retry.backoff.max.ms")
                .asString()
                .contains("must not be less than retry.backoff.ms, which is 1000");
    }

    @Test
    void equalBackOffsAreFine() {
        assertThat(errors(Map.of("retry.backoff.ms", "1000", "retry.backoff.max.ms", "1000")))
                .isEmpty();
    }

    @Test
    void aValueThatIsWrongInItselfIsReportedOnlyOnce() {
        assertThat(errors(Map.of("retry.backoff.ms", "soon", "retry.backoff.max.ms", "1000")))
                .containsOnlyKeys("retry.backoff.ms");
        assertThat(errors(Map.of("retry.backoff.ms", "1000", "retry.backoff.max.ms", "-1"))
                        .get("retry.backoff.max.ms"))
                .hasSize(1);
    }

    @Test
    void onlyOneOfTwoQuotasCanCount() {
        assertThat(errors(Map.of("rate.limit.requests.per.second", "5", "rate.limit.requests.per.hour", "2000")))
                .containsOnlyKeys("rate.limit.requests.per.hour");
    }

    @Test
    void aProxyThatCannotBeUsedIsToldBeforeTheStart() {
        assertThat(errors(Map.of("proxy.url", "socks9://nowhere"))).containsOnlyKeys("proxy.url");
    }

    private static Map<String, List<String>> errors(Map<String, String> properties) {
        ConfigDef definition = new ConfigDef();
        HttpOptions.define(definition);
        Config validated = new Config(definition.validate(properties));
        ConfigRule.addFaults(HttpOptions.rules(), validated);
        return validated.configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}

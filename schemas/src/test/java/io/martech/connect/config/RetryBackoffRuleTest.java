package io.martech.connect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class RetryBackoffRuleTest {

    @Test
    void theLongestBackOffIsNotShorterThanTheFirst() {
        assertThat(errors("1000", "999"))
                .containsOnlyKeys("retry.backoff.max.ms")
                .extractingByKey("retry.backoff.max.ms")
                .asString()
                .contains("must not be less than retry.backoff.ms, which is 1000");
    }

    @Test
    void equalIsFine() {
        assertThat(errors("1000", "1000")).isEmpty();
    }

    @Test
    void aValueThatIsWrongInItselfIsReportedOnlyOnce() {
        assertThat(errors("soon", "1000")).containsOnlyKeys("retry.backoff.ms");
        assertThat(errors("1000", "-1").get("retry.backoff.max.ms")).hasSize(1);
    }

    private static Map<String, List<String>> errors(String first, String longest) {
        ConfigDef definition = new ConfigDef();
        HttpKeys.define(definition, 0);
        Config validated =
                new Config(definition.validate(Map.of("retry.backoff.ms", first, "retry.backoff.max.ms", longest)));
        RetryBackoffRule.check(validated);
        return validated.configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}

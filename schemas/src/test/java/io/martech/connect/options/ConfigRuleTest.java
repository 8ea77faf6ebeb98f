package io.martech.connect.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class ConfigRuleTest {

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define("low", Type.INT, Importance.HIGH, "")
            .define("high", Type.INT, 10, Importance.HIGH, "")
            .define("word", Type.STRING, "", Importance.HIGH, "");

    private static final List<ConfigRule> RULES = List.of(
            new ConfigRule(
                    "high",
                    values -> values.number("high") < values.number("low")
                            ? Optional.of("It is less than low.")
                            : Optional.empty()),
            new ConfigRule("word", values -> values.isSet("word") ? Optional.empty() : Optional.of("It is not set.")));

    @Test
    void every_fault_is_told_on_its_own_key() {
        Config config = validate(Map.of("low", "11"));

        assertThat(ConfigRule.addFaults(RULES, config)).isFalse();
        assertThat(errors(config, "high"))
                .containsExactly("Invalid value for configuration high: It is less than low.");
        assertThat(errors(config, "word")).containsExactly("Invalid value for configuration word: It is not set.");
        assertThat(errors(config, "low")).isEmpty();
    }

    @Test
    void a_rule_is_not_asked_about_a_key_that_is_faulty_itself_but_the_others_are() {
        Config config = validate(Map.of("low", "eleven"));

        assertThat(ConfigRule.addFaults(RULES, config)).isFalse();
        assertThat(errors(config, "high")).isEmpty();
        assertThat(errors(config, "word")).containsExactly("Invalid value for configuration word: It is not set.");
    }

    @Test
    void a_valid_configuration_is_valid() {
        assertThat(ConfigRule.addFaults(RULES, validate(Map.of("low", "9", "word", "yes"))))
                .isTrue();
    }

    @Test
    void a_task_refuses_what_breaks_a_rule() {
        assertThatThrownBy(() -> ConfigRule.require(RULES, Map.of("low", 11, "high", 10, "word", "yes")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("high")
                .hasMessageContaining("less than low");
    }

    private static Config validate(Map<String, String> properties) {
        return new Config(DEFINITION.validate(properties));
    }

    private static List<String> errors(Config config, String key) {
        return config.configValues().stream()
                .filter(value -> value.name().equals(key))
                .findFirst()
                .orElseThrow()
                .errorMessages();
    }
}

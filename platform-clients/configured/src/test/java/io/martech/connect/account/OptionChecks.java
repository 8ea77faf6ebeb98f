package io.martech.connect.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigDef.Recommender;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Validates configurations as Connect's REST interface does.
 *
 * @param required the smallest valid configuration
 */
public record OptionChecks(ConfigDef definition, Map<String, String> required) {

    /** The value that a key has if nobody sets it. */
    public Object defaultOf(String key) {
        return new AbstractConfig(definition, required, false).values().get(key);
    }

    /** The value that a key gets from this text. */
    public Object parsed(String key, String text) {
        return new AbstractConfig(definition, with(key, text), false).values().get(key);
    }

    /** Whether this value is refused, with an error on this very key and no other; the error. */
    public String refusal(String key, String text) {
        Map<String, List<String>> errors = errors(with(key, text));
        assertThat(errors.keySet()).as("keys with errors for %s=%s", key, text).containsExactly(key);
        return String.join("; ", errors.get(key));
    }

    public Map<String, List<String>> errors(Map<String, String> configuration) {
        return definition.validate(configuration).stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }

    public List<Object> recommended(String key) {
        return definition.validate(required).stream()
                .filter(value -> value.name().equals(key))
                .findFirst()
                .orElseThrow()
                .recommendedValues();
    }

    /** What design demands of every key, whatever it is for. */
    public void everyKeyIsComplete() {
        for (ConfigKey key : definition.configKeys().values()) {
            assertThat(key.documentation)
                    .as("documentation of %s", key.name)
                    .endsWith(".")
                    .hasSizeGreaterThan(30);
            assertThat(key.displayName)
                    .as("display name of %s", key.name)
                    .isNotBlank()
                    .isNotEqualTo(key.name);
            assertThat(key.group).as("group of %s", key.name).isNotBlank();
            assertThat(key.orderInGroup).as("order of %s", key.name).isPositive();
            assertThat(key.width).as("width of %s", key.name).isNotEqualTo(ConfigDef.Width.NONE);
            assertThat(key.importance).as("importance of %s", key.name).isNotNull();
            assertThat(key.validator).as("validator of %s", key.name).isNotNull();
            assertThat(key.validator.toString())
                    .as("valid values of %s, in words", key.name)
                    .doesNotContain("@");
            if (key.validator instanceof Recommender) {
                assertThat(recommended(key.name)).as("choices of %s", key.name).isNotEmpty();
            }
        }
    }

    /** JSON has null, and it must not become an exception: either an error on that key, or the key is as if not set. */
    public void nullIsRefusedExceptFor(List<String> keysThatMayBeNull) {
        for (String key : definition.names()) {
            List<String> keysWithErrors = List.copyOf(errors(with(key, null)).keySet());
            assertThat(keysWithErrors)
                    .as("keys with errors for %s=null", key)
                    .isEqualTo(keysThatMayBeNull.contains(key) ? List.of() : List.of(key));
        }
    }

    public Map<String, String> with(String key, String text) {
        Map<String, String> configuration = new HashMap<>(required);
        configuration.put(key, text);
        return configuration;
    }
}

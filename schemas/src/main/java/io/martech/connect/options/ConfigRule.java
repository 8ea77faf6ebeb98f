package io.martech.connect.options;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;

/**
 * A constraint between the keys of a configuration.
 *
 * @param key the key that a violation is attributed to
 * @param fault what is wrong and what to do, or empty if the rule holds; without secrets
 */
public record ConfigRule(String key, Function<Values, Optional<String>> fault) {

    /** The rule that exactly one of two keys is set; a violation is attributed to the first. */
    public static ConfigRule exactlyOne(String key, String other) {
        return new ConfigRule(key, values -> {
            if (values.isSet(key) == values.isSet(other)) {
                String fault = values.isSet(key) ? "Both are set" : "Neither is set";
                return Optional.of(fault + ": set either " + key + " or " + other + ".");
            }
            return Optional.empty();
        });
    }

    /** The rule that an object can be built from the values; the message of an IllegalArgumentException is the fault. */
    public static ConfigRule usable(String key, Consumer<Values> use) {
        return new ConfigRule(key, values -> {
            try {
                use.accept(values);
                return Optional.empty();
            } catch (IllegalArgumentException unusable) {
                return Optional.of(unusable.getMessage());
            }
        });
    }

    /**
     * Adds the faults that the rules find to a validated configuration, each to its key. A rule that reads a key with an
     * invalid value is skipped.
     *
     * @return whether the whole configuration is valid
     */
    public static boolean addFaults(List<ConfigRule> rules, Config validated) {
        Map<String, ConfigValue> byKey =
                validated.configValues().stream().collect(Collectors.toMap(ConfigValue::name, value -> value));
        Map<String, Object> values = new HashMap<>();
        byKey.forEach((key, value) -> values.put(key, value.value()));
        // Evaluated before the rules add faults of their own, so that their order does not matter.
        Map<String, Boolean> validAlone = byKey.values().stream()
                .collect(Collectors.toMap(
                        ConfigValue::name, value -> value.errorMessages().isEmpty()));
        Values readable = new Values(values, validAlone::get);
        for (ConfigRule rule : rules) {
            rule.find(readable).ifPresent(message -> byKey.get(rule.key).addErrorMessage(message));
        }
        return validated.configValues().stream()
                .allMatch(value -> value.errorMessages().isEmpty());
    }

    /** @throws ConfigException for the first rule that is violated */
    public static void require(List<ConfigRule> rules, Map<String, ?> values) {
        for (ConfigRule rule : rules) {
            rule.find(new Values(values, key -> true)).ifPresent(message -> {
                throw new ConfigException(message);
            });
        }
    }

    private Optional<String> find(Values values) {
        try {
            return fault.apply(values).map(message -> "Invalid value for configuration " + key + ": " + message);
        } catch (FaultyKeyException saidAlready) {
            return Optional.empty();
        }
    }

    /** Parsed values by key. */
    public static final class Values {

        private final Map<String, ?> byKey;
        private final Predicate<String> isValidAlone;

        private Values(Map<String, ?> byKey, Predicate<String> isValidAlone) {
            this.byKey = byKey;
            this.isValidAlone = isValidAlone;
        }

        /** Whether the key has a value that is not blank. */
        public boolean isSet(String key) {
            Object value = valueOf(key);
            if (value instanceof List<?> list) {
                return !list.isEmpty();
            }
            Object shown = value instanceof Password secret ? secret.value() : value;
            return shown != null && !shown.toString().isBlank();
        }

        /** The text or the secret; null if unset. */
        public String text(String key) {
            Object value = valueOf(key);
            return value instanceof Password secret ? secret.value() : (String) value;
        }

        public long number(String key) {
            return ((Number) valueOf(key)).longValue();
        }

        /** Whether a boolean option is true. */
        public boolean isOn(String key) {
            return Boolean.TRUE.equals(valueOf(key));
        }

        public List<String> list(String key) {
            return ((List<?>) valueOf(key)).stream().map(String.class::cast).toList();
        }

        private Object valueOf(String key) {
            if (!isValidAlone.test(key)) {
                throw new FaultyKeyException();
            }
            return byKey.get(key);
        }
    }

    /** A rule read a key that has no valid value. */
    private static final class FaultyKeyException extends RuntimeException {

        private FaultyKeyException() {
            super(null, null, false, false);
        }
    }
}

package io.martech.connect.config;

import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;

/** The one rule between keys of {@link HttpKeys}: the longest back-off is not shorter than the first. */
public final class RetryBackoffRule {

    private RetryBackoffRule() {}

    /** Adds an error to {@link HttpKeys#RETRY_BACKOFF_MAX_MS} if the rule is broken; silent while either value is itself wrong. */
    public static void check(Config validated) {
        Long firstMs = validMilliseconds(validated, HttpKeys.RETRY_BACKOFF_MS);
        Long longestMs = validMilliseconds(validated, HttpKeys.RETRY_BACKOFF_MAX_MS);
        if (firstMs != null && longestMs != null && longestMs < firstMs) {
            value(validated, HttpKeys.RETRY_BACKOFF_MAX_MS)
                    .addErrorMessage(
                            "Invalid value " + longestMs + " for configuration " + HttpKeys.RETRY_BACKOFF_MAX_MS
                                    + ": must not be less than " + HttpKeys.RETRY_BACKOFF_MS + ", which is " + firstMs);
        }
    }

    private static Long validMilliseconds(Config validated, String key) {
        ConfigValue value = value(validated, key);
        return value.errorMessages().isEmpty() ? (Long) value.value() : null;
    }

    private static ConfigValue value(Config validated, String key) {
        return validated.configValues().stream()
                .filter(value -> value.name().equals(key))
                .findFirst()
                .orElseThrow();
    }
}

package io.martech.connect.options;

import io.martech.connect.schema.type.Handling;
import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;

/** Reads the three {@code *.handling.mode} keys of {@link SourceKeys}. */
public final class HandlingConfig {

    private HandlingConfig() {}

    /** @param zone the fixed offset of the platform's local times, from the account's keys */
    public static Handling from(AbstractConfig config, ZoneOffset zone) {
        return new Handling(
                Handling.Decimals.valueOf(constant(config, SourceKeys.DECIMAL_HANDLING_MODE)),
                Handling.Timestamps.valueOf(constant(config, SourceKeys.TIMESTAMP_HANDLING_MODE)),
                Handling.Props.valueOf(constant(config, SourceKeys.CUSTOM_PROPERTIES_MODE)),
                zone);
    }

    private static String constant(AbstractConfig config, String key) {
        return config.getString(key).toUpperCase(Locale.ROOT);
    }
}

package io.martech.connect.schema.type;

import java.time.ZoneOffset;

/**
 * The configured representation of numbers, times and custom properties.
 *
 * @param zone the fixed offset of the platform's local times
 */
public record Handling(Decimals decimals, Timestamps timestamps, Props props, ZoneOffset zone) {

    /** {@code decimal.handling.mode}. */
    public enum Decimals {
        /** Connect's {@code Decimal}, scale 6. */
        PRECISE,
        /** Text, every digit kept. */
        STRING,
        /** A double; may be rounded. */
        DOUBLE
    }

    /** {@code timestamp.handling.mode}. */
    public enum Timestamps {
        /** Connect's {@code Timestamp} and {@code Date}. */
        CONNECT,
        /** Text: {@code 2026-01-01T08:00:00+08:00}, {@code 2026-01-01}. */
        ISO
    }

    /** {@code custom.properties.mode}. */
    public enum Props {
        /** One JSON text. */
        JSON,
        /** A map of property name to JSON text. */
        MAP
    }
}

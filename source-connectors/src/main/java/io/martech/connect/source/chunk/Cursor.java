package io.martech.connect.source.chunk;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * How far one resource has been read: immutable, flat, primitive values only, so that it can be stored as a Connect
 * offset, and read and edited by a user. Times are in the platform's own format.
 */
public final class Cursor {

    /** The number of milliseconds that the platform's clock is known to be ahead of its rows. */
    public static final String CLOCK_OFFSET = "clock_offset_ms";

    private static final Cursor EMPTY = new Cursor(new TreeMap<>());

    private final TreeMap<String, Object> values;

    private Cursor(TreeMap<String, Object> values) {
        this.values = values;
    }

    /** The cursor of a resource that has never been read. */
    public static Cursor start() {
        return EMPTY;
    }

    /** @param offset the stored offset, or null if there is none */
    public static Cursor fromOffset(Map<String, ?> offset) {
        return offset == null ? EMPTY : new Cursor(new TreeMap<>(offset));
    }

    /** The offset to store. Must not be modified. */
    public Map<String, Object> toOffset() {
        return values;
    }

    public boolean isStart() {
        return values.isEmpty();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The text under the key, or null. */
    public String text(String key) {
        Object value = values.get(key);
        return value == null ? null : value.toString();
    }

    /**
     * The number under the key, or the default if there is none.
     *
     * @throws ConnectException if it is not an integer
     */
    public long number(String key, long defaultValue) {
        Object value = values.get(key);
        if (value == null) {
            return defaultValue;
        }
        try {
            return value instanceof Number number ? number.longValue() : Long.parseLong(value.toString());
        } catch (NumberFormatException e) {
            throw malformed(key, value, "a whole number such as 42", e);
        }
    }

    /**
     * The time under the key in the platform's zone, or null.
     *
     * @throws ConnectException if it is not a time
     */
    public LocalDateTime time(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        try {
            return PlatformTime.parse(value.toString());
        } catch (DateTimeException e) {
            throw malformed(key, value, "a time such as 2026-01-01 08:00:00", e);
        }
    }

    /** Returns a copy with another value under the key; null removes the key. */
    public Cursor with(String key, Object value) {
        if (Objects.equals(values.get(key), value)) {
            return this;
        }
        TreeMap<String, Object> changed = new TreeMap<>(values);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value instanceof LocalDateTime time ? PlatformTime.format(time) : value);
        }
        return new Cursor(changed);
    }

    /** Returns a copy with other values under these keys; a null value removes its key. */
    public Cursor with(Map<String, ?> changes) {
        TreeMap<String, Object> changed = new TreeMap<>(values);
        changes.forEach((key, value) -> {
            if (value == null) {
                changed.remove(key);
            } else {
                changed.put(key, value);
            }
        });
        return new Cursor(changed);
    }

    private static ConnectException malformed(String key, Object value, String form, Exception cause) {
        return new ConnectException(
                "The offset field '" + key + "' is '" + value + "', but must be " + form
                        + ". Correct it with PATCH /connectors/<name>/offsets, or reset it with DELETE.",
                cause);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cursor cursor && cursor.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}

package io.martech.connect.schema.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.connect.data.Schema;

/** Converts one JSON value to a Connect value. Never called with JSON's null, which is always Connect's null. */
interface Conversion {

    Schema schema();

    /** The Connect value, or null if the schema cannot represent this JSON exactly. */
    Object convert(JsonNode json);

    /** Converts a field of a row whose meaning may depend on another field of the row. */
    default Object convertIn(JsonNode row, String name) {
        return convert(row.get(name));
    }

    /** Whether {@link #convert} returns a value. */
    default boolean fits(JsonNode json) {
        return convert(json) != null;
    }

    /** The part of a convertible JSON value that the Connect value does not represent; null if there is none. */
    default JsonNode leftBehind(JsonNode json) {
        return null;
    }
}

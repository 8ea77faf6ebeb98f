package io.martech.connect.schema.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.connect.data.Schema;

/** How one JSON value becomes one Connect value. Never called with JSON's null, which is Connect's null everywhere. */
interface Conversion {

    Schema schema();

    /** The Connect value, or null if the schema cannot hold this JSON exactly. */
    Object convert(JsonNode json);

    /** The same of a field of a row, where another field may tell what this one means. */
    default Object convertIn(JsonNode row, String name) {
        return convert(row.get(name));
    }

    /** Whether {@link #convert} has an answer. */
    default boolean fits(JsonNode json) {
        return convert(json) != null;
    }

    /** What of a JSON value that fits is nevertheless not in the Connect value; null if there is no such thing. */
    default JsonNode leftBehind(JsonNode json) {
        return null;
    }
}

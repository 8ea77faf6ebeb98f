package io.martech.connect.sandbox.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.comparison.ExactJson;
import java.nio.charset.StandardCharsets;

/** What stands in a topic's bytes. Safe for use by many threads. */
public interface RecordFormat {

    /** JSON without schema. */
    RecordFormat JSON = new RecordFormat() {
        @Override
        public byte[] write(String subject, JsonNode value) {
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public JsonNode read(byte[] bytes) {
            return ExactJson.parse(bytes);
        }
    };

    /**
     * Writes a key or a value.
     *
     * @param subject {@code <topic>-key} or {@code <topic>-value}, for formats with a schema
     */
    byte[] write(String subject, JsonNode value);

    /**
     * Reads a key or a value, numbers to the last digit.
     *
     * @param bytes null for none
     * @return a {@code NullNode} for none
     */
    JsonNode read(byte[] bytes);
}

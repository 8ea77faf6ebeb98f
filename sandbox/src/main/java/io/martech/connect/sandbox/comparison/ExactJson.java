package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.martech.connect.sandbox.http.JsonText;

/** JSON in which every digit of a number counts. */
public final class ExactJson {
    private ExactJson() {}

    /**
     * Reads the key or value of a record.
     *
     * @param bytes null for none
     * @return a {@code NullNode} for none
     */
    public static JsonNode parse(byte[] bytes) {
        return bytes == null ? NullNode.getInstance() : JsonText.read(bytes).orElseThrow();
    }

    /** Reads a text. @throws java.util.NoSuchElementException if it is no JSON */
    static JsonNode parse(String text) {
        return JsonText.read(text).orElseThrow();
    }

    /** The same value in the form in which it would have been read, so that equal values are equal nodes. */
    static JsonNode normal(JsonNode json) {
        return parse(json.toString());
    }

    /** Whether two values are the same to the last digit: 100.240 is not 100.24. The order of fields does not matter. */
    static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals((a, b) -> a.equals(b) && a.asText().equals(b.asText()) ? 0 : 1, other);
    }
}

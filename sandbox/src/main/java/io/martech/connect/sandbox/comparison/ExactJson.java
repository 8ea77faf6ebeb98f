package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads JSON without changing a digit of any number. */
public final class ExactJson {

    private static final int LONGEST_NUMBER = 100_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNumberLength(LONGEST_NUMBER)
                        .build());
    }

    private ExactJson() {}

    /**
     * Reads the key or value of a record.
     *
     * @param bytes null for none
     * @return a {@code NullNode} for none
     */
    public static JsonNode parse(byte[] bytes) {
        try {
            return bytes == null ? NullNode.getInstance() : MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text. @throws IllegalArgumentException if it is no JSON */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no JSON: " + text, e);
        }
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

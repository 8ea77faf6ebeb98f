package io.martech.connect.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON as the platforms use it: numbers stay exact, however long, and are never converted to {@code double} (a document's
 * own example sends 11111111111111112001 and 100.240).
 */
public final class Json {

    /** No real property has 10,000 digits, and parsing a longer number takes quadratic time. */
    private static final int LONGEST_NUMBER = 10_000;

    private static final int LONGEST_TEXT = 64 * 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);
    private static final ObjectWriter WRITER = MAPPER.writer();

    private Json() {}

    /**
     * Parses one whole JSON document.
     *
     * @return the document; a {@code MissingNode} if there are no bytes, or only white space
     * @throws JsonProcessingException if the bytes are not JSON, are truncated, are followed by something else, or hold a
     *     number that cannot be represented (an exponent beyond ten digits)
     */
    public static JsonNode read(byte[] bytes) throws JsonProcessingException {
        try {
            return READER.readTree(bytes);
        } catch (JsonProcessingException malformed) {
            throw malformed;
        } catch (IOException notText) {
            // The bytes were detected as UTF-32 and are not. Reading from memory cannot fail otherwise.
            throw new JsonParseException(null, "These bytes are not text", notText);
        } catch (NumberFormatException unreadable) {
            throw new JsonParseException(null, "The exponent of a number is too large", unreadable);
        }
    }

    /** Like {@link #read(byte[])}, for text. */
    public static JsonNode read(String text) throws JsonProcessingException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a document in UTF-8; decimals in plain notation, never with an exponent. */
    public static byte[] write(JsonNode document) {
        try {
            return WRITER.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("A JSON tree can always be written", impossible);
        }
    }

    /** A new, empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A new, empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}

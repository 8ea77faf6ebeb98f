package io.martech.connect.source.reader.emitted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The same text for the same content, in whatever order a platform sends the fields. */
public final class CanonicalJson {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .configure(JsonNodeFeature.WRITE_PROPERTIES_SORTED, true)
            .build()
            .writer();

    private CanonicalJson() {}

    public static String of(JsonNode content) {
        try {
            return WRITER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A parsed JSON tree can always be written", e);
        }
    }
}

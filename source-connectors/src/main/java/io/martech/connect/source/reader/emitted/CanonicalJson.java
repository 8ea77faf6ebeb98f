package io.martech.connect.source.reader.emitted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Equal text for equal content, regardless of the order in which a platform sends the fields. */
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

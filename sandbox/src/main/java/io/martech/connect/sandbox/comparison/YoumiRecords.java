package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Youmi's rows with what the source is documented to add, for comparisons. */
public final class YoumiRecords {

    private static final List<String> ARRAYS_AS_TEXTS = List.of("ad_brand_welist", "wechats", "customVal");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private YoumiRecords() {}

    /**
     * A row with the arrays that are sent as texts taken out of them, and the one id that is sent as a text as a number.
     *
     * @param row of any list, in its documented form
     */
    public static JsonNode row(JsonNode row) {
        ObjectNode expected = row.deepCopy();
        ARRAYS_AS_TEXTS.stream()
                .filter(field -> row.path(field).isTextual())
                .forEach(field ->
                        expected.set(field + "_items", parsed(row.path(field).textValue())));
        if (row.path("id").isTextual()) {
            expected.put("id", Long.parseLong(row.path("id").textValue()));
        }
        return expected;
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The simulated platform writes JSON", e);
        }
    }
}

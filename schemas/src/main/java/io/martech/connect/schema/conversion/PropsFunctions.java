package io.martech.connect.schema.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.type.Handling;
import java.util.LinkedHashMap;
import java.util.Map;

/** Custom properties in the two ways of {@link Handling.Props}; both keep every digit of every number. */
final class PropsFunctions {

    private PropsFunctions() {}

    static Object json(JsonNode json) {
        return json.isObject() ? json.toString() : null;
    }

    /** A property that is null is the JSON text {@code null}, so that it differs from one that is not there. */
    static Object map(JsonNode json) {
        if (!json.isObject()) {
            return null;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties()
                .forEach(property ->
                        texts.put(property.getKey(), property.getValue().toString()));
        return texts;
    }
}

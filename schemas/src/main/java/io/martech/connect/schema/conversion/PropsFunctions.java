package io.martech.connect.schema.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.type.Handling;
import java.util.LinkedHashMap;
import java.util.Map;

/** Converts custom properties to each of the two {@link Handling.Props}; both keep every digit of every number. */
final class PropsFunctions {

    private PropsFunctions() {}

    static Object json(JsonNode json) {
        return json.isObject() ? json.toString() : null;
    }

    /** A property that is null becomes the JSON text {@code null}, to distinguish it from an absent one. */
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

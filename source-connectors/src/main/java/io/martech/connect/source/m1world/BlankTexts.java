package io.martech.connect.source.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** M1world represents a missing value by a text of one space. */
final class BlankTexts {

    private static final String NOTHING = " ";
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private BlankTexts() {}

    /** Returns a copy with null in place of each such text, at any depth. */
    static JsonNode asNull(JsonNode json) {
        if (json.isTextual()) {
            return NOTHING.equals(json.textValue()) ? NullNode.instance : json;
        }
        if (json.isObject()) {
            ObjectNode object = JSON.objectNode();
            for (Map.Entry<String, JsonNode> field : json.properties()) {
                object.set(field.getKey(), asNull(field.getValue()));
            }
            return object;
        }
        if (json.isArray()) {
            ArrayNode array = JSON.arrayNode(json.size());
            json.forEach(element -> array.add(asNull(element)));
            return array;
        }
        return json;
    }
}

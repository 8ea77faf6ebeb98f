package io.martech.connect.source.youmi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.Json;
import java.util.List;

/**
 * Arrays that the platform sends as texts. The text stays as it is; what is in it stands beside it, under the same name with
 * {@code _items} behind it. A text that is no array has nothing beside it. The table of the document calls such a field an
 * array, so one that is sent as an array stands there as well.
 */
final class TextArrays {

    private static final String SUFFIX = "_items";

    private TextArrays() {}

    /** The row with the arrays in these fields unpacked. */
    static JsonNode unpackedIn(JsonNode row, List<String> fields) {
        if (fields.isEmpty() || !row.isObject()) {
            return row;
        }
        ObjectNode unpacked = row.deepCopy();
        for (String field : fields) {
            JsonNode array = arrayIn(row.path(field));
            if (array.isArray()) {
                unpacked.set(field + SUFFIX, array);
            }
        }
        return unpacked;
    }

    private static JsonNode arrayIn(JsonNode field) {
        try {
            return field.isTextual() ? Json.read(field.textValue()) : field;
        } catch (JsonProcessingException noJson) {
            return field;
        }
    }
}

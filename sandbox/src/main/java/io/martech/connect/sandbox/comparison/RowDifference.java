package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the first field in which a record differs from the row that it was made of.
 *
 * <p>Nothing of the row may be lost: each of its fields stands in the record under its own name, or word by word in the record's
 * {@code unmapped}. Nothing may be added either. Null and absent are one. Custom properties must be the same JSON.
 */
final class RowDifference {

    private static final String PROPS = "props";
    private static final String UNMAPPED = "unmapped";

    private RowDifference() {}

    /**
     * Compares one row.
     *
     * @param row as the platform has it, in normal form
     * @param record the value of the row's newest record
     * @return the path of a field that differs, with both values; empty if all are the same
     */
    static Optional<String> between(JsonNode row, JsonNode record) {
        return inObject("", row, record);
    }

    private static Optional<String> inObject(String path, JsonNode row, JsonNode record) {
        JsonNode unmapped = unmappedOf(record);
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            String name = field.getKey();
            Optional<String> difference =
                    inField(path + name, name, field.getValue(), record.path(name), unmapped.path(name));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return addedField(path, row, record).or(() -> addedField(path + UNMAPPED + ".", row, unmapped));
    }

    private static Optional<String> inField(
            String path, String name, JsonNode expected, JsonNode mapped, JsonNode unmapped) {
        if (expected.isNull()) {
            return isNothing(mapped) && isNothing(unmapped) ? Optional.empty() : difference(path, expected, mapped);
        }
        if (isNothing(mapped)) {
            return ExactJson.isSame(expected, unmapped) ? Optional.empty() : difference(path, expected, unmapped);
        }
        if (name.equals(PROPS) && mapped.isTextual()) {
            return ExactJson.isSame(expected, ExactJson.parse(mapped.textValue()))
                    ? Optional.empty()
                    : difference(path, expected, mapped);
        }
        if (expected.isObject() && mapped.isObject()) {
            return inObject(path + ".", expected, mapped);
        }
        if (expected.isArray() && mapped.isArray() && expected.size() == mapped.size()) {
            return inList(path, expected, mapped);
        }
        return SameValue.isSame(expected, mapped) ? Optional.empty() : difference(path, expected, mapped);
    }

    private static Optional<String> inList(String path, JsonNode expected, JsonNode mapped) {
        for (int i = 0; i < expected.size(); i++) {
            Optional<String> difference = inField(
                    path + "[" + i + "]", "", expected.get(i), mapped.get(i), JsonNodeFactory.instance.missingNode());
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> addedField(String path, JsonNode row, JsonNode record) {
        for (Map.Entry<String, JsonNode> field : record.properties()) {
            boolean isAdded = !field.getValue().isNull()
                    && !field.getKey().equals(UNMAPPED)
                    && isNothing(row.path(field.getKey()));
            if (isAdded) {
                return difference(path + field.getKey(), JsonNodeFactory.instance.missingNode(), field.getValue());
            }
        }
        return Optional.empty();
    }

    private static JsonNode unmappedOf(JsonNode record) {
        JsonNode unmapped = record.path(UNMAPPED);
        return unmapped.isTextual() ? ExactJson.parse(unmapped.textValue()) : JsonNodeFactory.instance.objectNode();
    }

    private static boolean isNothing(JsonNode json) {
        return json.isMissingNode() || json.isNull();
    }

    private static Optional<String> difference(String path, JsonNode expected, JsonNode found) {
        return Optional.of(path + " is " + text(expected) + " on the platform and " + text(found) + " in the topic");
    }

    private static String text(JsonNode json) {
        return json.isMissingNode() ? "nothing" : json.toString();
    }
}

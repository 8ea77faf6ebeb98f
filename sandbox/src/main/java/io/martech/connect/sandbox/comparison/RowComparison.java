package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares the rows of a platform with the newest record of each key in a topic. */
public final class RowComparison {
    private static final String PROPS = "props";
    private static final String UNMAPPED = "unmapped";

    private RowComparison() {}

    /**
     * Compares when nothing changes any more.
     *
     * @param keyFields the fields of a row that make a record's key, in the key's order
     * @param rows every row of the platform
     * @param records every record of the topic, in order within each partition; the key is an object of the row's key fields
     */
    public static Comparison compare(
            String name, List<String> keyFields, Collection<JsonNode> rows, List<TopicRecord> records) {
        SortedMap<String, JsonNode> newest = newestByKey(keyFields, records);
        List<String> missing = new ArrayList<>();
        List<String> different = new ArrayList<>();
        for (JsonNode row : rows) {
            String key = key(keyFields, row);
            JsonNode record = newest.remove(key);
            if (record == null) {
                missing.add(key);
            } else {
                difference(ExactJson.normal(row), record).ifPresent(text -> different.add(key + ": " + text));
            }
        }
        return new Comparison(name, rows.size(), missing, different, List.copyOf(newest.keySet()), List.of());
    }

    private static SortedMap<String, JsonNode> newestByKey(List<String> keyFields, List<TopicRecord> records) {
        SortedMap<String, JsonNode> newest = new TreeMap<>();
        for (TopicRecord record : records) {
            String key = key(keyFields, record.key());
            if (record.value().isNull()) {
                newest.remove(key);
            } else {
                newest.put(key, record.value());
            }
        }
        return newest;
    }

    private static String key(List<String> keyFields, JsonNode fields) {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        keyFields.forEach(field -> key.set(field, fields.path(field)));
        return key.toString();
    }

    /**
     * Compares one row.
     *
     * @param row as the platform has it, in normal form
     * @param record the value of the row's newest record
     * @return the path of a field that differs, with both values; empty if all are the same
     */
    private static Optional<String> difference(JsonNode row, JsonNode record) {
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

package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares the rows of a platform with the newest record of each key in a topic. */
public final class RowComparison {

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
                RowDifference.between(ExactJson.normal(row), record)
                        .ifPresent(text -> different.add(key + ": " + text));
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
}

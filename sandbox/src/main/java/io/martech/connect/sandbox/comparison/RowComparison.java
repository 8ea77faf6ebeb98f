package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares the rows of a platform with the newest record of each key in a topic. */
public final class RowComparison {

    private RowComparison() {}

    /**
     * Compares when nothing changes any more.
     *
     * @param rows every row of the platform, by id
     * @param records every record of the topic, in order within each partition; the key is an object with the row's {@code id}
     */
    public static Comparison compare(String name, Map<Long, JsonNode> rows, List<TopicRecord> records) {
        SortedMap<Long, JsonNode> newest = newestById(records);
        List<String> missing = new ArrayList<>();
        List<String> different = new ArrayList<>();
        rows.forEach((id, row) -> {
            JsonNode record = newest.remove(id);
            if (record == null) {
                missing.add(key(id));
            } else {
                RowDifference.between(ExactJson.normal(row), record)
                        .ifPresent(text -> different.add(key(id) + ": " + text));
            }
        });
        List<String> unexpected =
                newest.keySet().stream().map(RowComparison::key).toList();
        return new Comparison(name, rows.size(), missing, different, unexpected, List.of());
    }

    private static SortedMap<Long, JsonNode> newestById(List<TopicRecord> records) {
        SortedMap<Long, JsonNode> newest = new TreeMap<>();
        for (TopicRecord record : records) {
            long id = record.key().path("id").longValue();
            if (record.value().isNull()) {
                newest.remove(id);
            } else {
                newest.put(id, record.value());
            }
        }
        return newest;
    }

    private static String key(long id) {
        return "{\"id\":" + id + "}";
    }
}

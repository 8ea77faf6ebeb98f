package io.martech.connect.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.integration.TopicReader.JsonRecord;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a topic of rows told its reader so far: the fold, what came twice, and what went backwards. */
final class RowTopic {

    private final Map<Long, Map<String, Object>> fold = new TreeMap<>();
    private final List<String> repeated = new ArrayList<>();
    private final List<String> backwards = new ArrayList<>();
    private final List<JsonRecord> records;

    private RowTopic(List<JsonRecord> records) {
        this.records = records;
        Set<List<Object>> seen = new HashSet<>();
        for (JsonRecord record : records) {
            long id = record.key().path("id").longValue();
            Map<String, Object> row = CanonicalRow.of(record.value());
            if (!seen.add(List.of(id, row))) {
                repeated.add(id + " of " + updated(row));
            }
            Map<String, Object> before = fold.put(id, row);
            if (before != null && updated(before).compareTo(updated(row)) > 0) {
                backwards.add(id + ": " + updated(before) + " then " + updated(row));
            }
        }
    }

    /** What the topic holds now. */
    static RowTopic read(TopicReader reader, String topic) {
        return new RowTopic(reader.json(topic));
    }

    /** What differs between the platform and the fold of both topics; empty if nothing does. */
    static List<String> differences(TopicReader reader, String prefix, LinkflowPlatform platform) {
        List<String> differences = new ArrayList<>();
        differences.addAll(
                Differences.between(read(reader, prefix + ".orders").fold(), stateOf(platform.ordersById())));
        differences.addAll(
                Differences.between(read(reader, prefix + ".contacts").fold(), stateOf(platform.contactsById())));
        return differences;
    }

    /** The platform's rows in the same form as {@link #fold()}. */
    static Map<Long, Map<String, Object>> stateOf(Map<Long, JsonNode> rows) {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> CanonicalRow.of(row.getValue()), (a, b) -> b, TreeMap::new));
    }

    int size() {
        return records.size();
    }

    List<JsonRecord> records() {
        return records;
    }

    /** The last state of every key, in canonical form. */
    Map<Long, Map<String, Object>> fold() {
        return fold;
    }

    /** Versions of keys that came more than once, the whole content compared. */
    List<String> repeated() {
        return repeated;
    }

    /** Keys whose state went back in time. */
    List<String> backwards() {
        return backwards;
    }

    private static String updated(Map<String, Object> row) {
        return String.valueOf(row.getOrDefault("lastUpdated", ""));
    }
}

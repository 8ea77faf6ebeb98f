package io.martech.connect.integration.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.integration.cluster.TopicReader;
import io.martech.connect.integration.cluster.TopicReader.JsonRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a topic of rows told its reader so far: the fold, what came twice, and what went backwards. */
public final class RowTopic {

    private final Map<String, Map<String, Object>> fold = new TreeMap<>();
    private final List<String> repeated = new ArrayList<>();
    private final List<String> backwards = new ArrayList<>();
    private final List<JsonRecord> records;

    private RowTopic(List<JsonRecord> records) {
        this.records = records;
        Set<List<Object>> seen = new HashSet<>();
        for (JsonRecord record : records) {
            String key = record.key().toString();
            Map<String, Object> row = CanonicalRow.of(record.value());
            if (!seen.add(List.of(key, row))) {
                repeated.add(key + " of " + updated(row));
            }
            Map<String, Object> before = fold.put(key, row);
            if (before != null && updated(before).compareTo(updated(row)) > 0) {
                backwards.add(key + ": " + updated(before) + " then " + updated(row));
            }
        }
    }

    /** What the topic holds now. */
    public static RowTopic read(TopicReader reader, String topic) {
        return new RowTopic(reader.json(topic));
    }

    /** What differs between the platform and the fold of all its topics; empty if nothing does. */
    public static List<String> differences(TopicReader reader, String prefix, SourcePlatform platform) {
        List<String> differences = new ArrayList<>();
        for (SourcePlatform.Rows rows : platform.rows()) {
            differences.addAll(Differences.between(
                    read(reader, prefix + "." + rows.resource()).fold(), stateOf(rows)));
        }
        return differences;
    }

    /** The platform's rows in the same form as {@link #fold()}. */
    public static Map<String, Map<String, Object>> stateOf(SourcePlatform.Rows rows) {
        Map<String, Map<String, Object>> state = new TreeMap<>();
        for (JsonNode row : rows.rows()) {
            ObjectNode key = JsonNodeFactory.instance.objectNode();
            rows.keyFields().forEach(field -> key.set(field, row.path(field)));
            state.put(key.toString(), CanonicalRow.of(row));
        }
        return state;
    }

    int size() {
        return records.size();
    }

    List<JsonRecord> records() {
        return records;
    }

    /** The last state of every key, in canonical form; the key is its JSON. */
    public Map<String, Map<String, Object>> fold() {
        return fold;
    }

    /** Versions of keys that came more than once, the whole content compared. */
    List<String> repeated() {
        return repeated;
    }

    /** Keys whose state went back in time, where rows tell their time. */
    List<String> backwards() {
        return backwards;
    }

    private static String updated(Map<String, Object> row) {
        return String.valueOf(row.getOrDefault("lastUpdated", ""));
    }
}

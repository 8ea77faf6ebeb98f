package io.martech.connect.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.chunk.Chunk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What has been emitted, as fingerprints: the fold that a reader of a compacted topic sees, and what was repeated. */
final class ReadTopic {

    private final Map<Long, String> fold = new TreeMap<>();
    private final Map<Long, String> updateTimes = new HashMap<>();
    private final Set<String> emitted = new HashSet<>();
    private final List<String> backwards = new ArrayList<>();
    private int records;
    private int repetitions;

    void append(Chunk chunk, int rows) {
        chunk.rows().stream().limit(rows).forEach(row -> append(row.content()));
    }

    void append(JsonNode row) {
        long id = row.path("id").longValue();
        String fingerprint = ExactJson.fingerprint(row);
        records++;
        repetitions += emitted.add(fingerprint) ? 0 : 1;
        fold.put(id, fingerprint);
        String updated = row.path("lastUpdated").asText();
        String before = updateTimes.put(id, updated);
        if (before != null && updated.compareTo(before) < 0) {
            backwards.add(id + ": " + before + " then " + updated);
        }
    }

    int size() {
        return records;
    }

    /** The last state of every key. */
    Map<Long, String> fold() {
        return fold;
    }

    /** How many records said what an earlier one had said. */
    int repetitions() {
        return repetitions;
    }

    /** Keys whose state went back in time. */
    List<String> backwards() {
        return backwards;
    }
}

package io.martech.connect.source.reader.paged;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.reader.emitted.Buckets;
import io.martech.connect.source.reader.emitted.Fingerprints;
import io.martech.connect.source.reader.emitted.KeyedHashes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Selects the new and changed rows. Nothing is stored until {@link #settle}, so that a failed read can be repeated. */
final class PageChanges {

    private static final int GUARDED_ROWS = 20_000;

    private final PageFeed feed;
    private final long emittedSince;

    /** The change times of recently emitted rows: an older state from a replica that lags must not follow. */
    private final Map<Long, Long> guard = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > GUARDED_ROWS;
        }
    };

    /**
     * @param emittedSince rows that are seen for the first time, and were last changed before that epoch millisecond, are
     *     stored and not emitted
     */
    PageChanges(PageFeed feed, long emittedSince) {
        this.feed = feed;
        this.emittedSince = emittedSince;
    }

    /** @param isEmitted false for a row that is only to be stored */
    record Candidate(long id, long fingerprint, long updatedAt, JsonNode row, boolean isEmitted) {}

    /** The last state of each new or changed row, in the order of reading. */
    List<Candidate> of(List<JsonNode> rows, Buckets buckets) {
        Map<Long, Candidate> candidates = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            long id = feed.idOf(row);
            long updatedAt = feed.updatedAt(row);
            long fingerprint = Fingerprints.of(feed.fingerprinted(row));
            Candidate before = candidates.get(id);
            KeyedHashes.State emitted = buckets.get(id);
            if (isBehind(updatedAt, before == null ? guard.get(id) : Long.valueOf(before.updatedAt))) {
                continue;
            }
            if (emitted != null && emitted.content() == fingerprint) {
                candidates.remove(id);
            } else if (before == null || before.fingerprint != fingerprint) {
                candidates.put(
                        id,
                        new Candidate(id, fingerprint, updatedAt, row, emitted != null || updatedAt >= emittedSince));
            }
        }
        return new ArrayList<>(candidates.values());
    }

    /** Whether every row on a page is new or changed: then the page before it may hold more. */
    boolean isAllNewsOf(List<JsonNode> rows, Buckets buckets) {
        return rows.stream().noneMatch(row -> {
            KeyedHashes.State emitted = buckets.get(feed.idOf(row));
            return emitted != null && emitted.content() == Fingerprints.of(feed.fingerprinted(row));
        });
    }

    void settle(List<Candidate> news) {
        news.forEach(candidate -> guard.put(candidate.id, candidate.updatedAt));
    }

    /** A pass has ended: an older state that it left out is correct if the next pass sees it again. */
    void forget() {
        guard.clear();
    }

    private static boolean isBehind(long updatedAt, Long known) {
        return known != null && updatedAt < known;
    }
}

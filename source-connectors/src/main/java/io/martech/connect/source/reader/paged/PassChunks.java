package io.martech.connect.source.reader.paged;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.schema.Progress.Pass;
import io.martech.connect.schema.Progress.Phase;
import io.martech.connect.source.engine.Chunk;
import io.martech.connect.source.engine.ChunkStats;
import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.reader.emitted.Buckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes chunks of what was read: one for each bucket that has news, then one for the list itself, which says how far reading is.
 * In this order, so that a crash in between repeats pages and no rows.
 */
final class PassChunks {

    private final PageFeed feed;
    private final PageChanges news;

    PassChunks(PageFeed feed, PageChanges news) {
        this.feed = feed;
        this.news = news;
    }

    /**
     * What one reading has found.
     *
     * @param deleted ids of rows to be told as deleted
     * @param requestsBefore how many requests had been sent when it began
     * @param certainty how the pass that it ends is known to be whole; null if it ends none
     */
    record Reading(List<JsonNode> rows, Set<Long> deleted, long requestsBefore, Certainty certainty) {

        /** A part of a pass. */
        Reading(List<JsonNode> rows, long requestsBefore) {
            this(rows, Set.of(), requestsBefore, null);
        }
    }

    /** @param buckets are told what was emitted, once nothing can fail any more */
    List<Chunk> of(Cursor from, PassCursor to, Reading reading, Buckets buckets) {
        List<PageChanges.Candidate> candidates = news.of(reading.rows, buckets);
        boolean isHistory = new PassCursor(from).passes() == 0;
        Map<Integer, List<Row>> rows = new TreeMap<>();
        List<Long> idsWithoutDetail = new ArrayList<>();
        for (PageChanges.Candidate candidate : candidates) {
            List<Row> ofBucket = rows.computeIfAbsent(buckets.numberOf(candidate.id()), key -> new ArrayList<>());
            if (candidate.isEmitted()) {
                PageFeed.Detailed detailed = feed.detailed(candidate.row());
                ofBucket.add(new Row(detailed.row(), isHistory ? ReadMode.BACKFILL : ReadMode.LIST));
                if (!detailed.hasDetail()) {
                    idsWithoutDetail.add(candidate.id());
                }
            }
        }
        for (long id : new TreeSet<>(reading.deleted)) {
            rows.computeIfAbsent(buckets.numberOf(id), key -> new ArrayList<>())
                    .add(new Row(feed.keyOf(id), ReadMode.DELETE));
        }
        news.settle(candidates);
        reading.deleted.forEach(buckets::remove);
        candidates.forEach(candidate -> buckets.put(candidate.id(), candidate.fingerprint()));
        List<Chunk> chunks = new ArrayList<>();
        rows.forEach((number, ofBucket) -> chunks.add(new Chunk(
                buckets.slice(number),
                ofBucket,
                buckets.cursorOf(number),
                buckets.advance(number),
                facts(isHistory, to, 0, null, List.of()))));
        long requests = feed.requests() - reading.requestsBefore;
        chunks.add(new Chunk(
                List.of(), from, to.cursor(), facts(isHistory, to, requests, reading.certainty, idsWithoutDetail)));
        return chunks;
    }

    /** Chunks that store all buckets and hold no rows. */
    List<Chunk> ofAll(Buckets buckets, PassCursor at) {
        List<Chunk> chunks = new ArrayList<>();
        for (int number = 0; number < buckets.count(); number++) {
            Cursor before = buckets.cursorOf(number);
            chunks.add(new Chunk(
                    buckets.slice(number),
                    List.of(),
                    before,
                    buckets.advance(number),
                    facts(false, at, 0, null, List.of())));
        }
        return chunks;
    }

    private static ChunkStats facts(
            boolean isHistory, PassCursor at, long requests, Certainty certainty, List<Long> idsWithoutDetail) {
        return new ChunkStats(
                isHistory ? Phase.BACKFILL : Phase.LIST,
                isHistory ? Pass.BACKFILL : Pass.FIRST,
                null,
                null,
                at.readUpTo(),
                requests,
                certainty,
                0,
                null,
                idsWithoutDetail);
    }
}

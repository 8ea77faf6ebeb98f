package io.martech.connect.source.reader.paged;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.schema.Progress.Pass;
import io.martech.connect.schema.Progress.Phase;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.chunk.Row.ReadMode;
import io.martech.connect.source.reader.emitted.Buckets;
import io.martech.connect.source.reader.emitted.KeyedHashes;
import io.martech.connect.source.reader.snapshot.Deletes;
import io.martech.connect.source.reader.snapshot.DeletionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Creates the chunks of what was read: one for each changed bucket, then one for the list itself, which holds the
 * progress. In this order, so that a crash in between repeats pages and no rows.
 */
final class PassChunks {

    private final PageFeed feed;
    private final PageChanges news;
    private final Deletes deletes;

    PassChunks(PageFeed feed, PageChanges news, Deletes deletes) {
        this.feed = feed;
        this.news = news;
        this.deletes = deletes;
    }

    /**
     * The result of one read.
     *
     * @param verdict which rows are deleted, if this ends a pass that can detect it; otherwise null
     * @param certainty how the pass that this ends is known to be complete; null if it ends none
     */
    record Reading(List<JsonNode> rows, DeletionRule.Verdict<Long> verdict, Certainty certainty) {

        /** A part of a pass. */
        Reading(List<JsonNode> rows) {
            this(rows, null, null);
        }
    }

    /** @param buckets updated with what was emitted, once nothing can fail any more */
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
        news.settle(candidates);
        candidates.forEach(candidate ->
                buckets.put(candidate.id(), new KeyedHashes.State(candidate.fingerprint(), 0, false, null)));
        if (reading.verdict != null) {
            forgetWhatIsGone(reading.verdict, buckets, rows);
        }
        List<Chunk> chunks = new ArrayList<>();
        buckets.changed().stream()
                .toList()
                .forEach(number -> chunks.add(new Chunk(
                        buckets.slice(number),
                        rows.getOrDefault(number, List.of()),
                        buckets.cursorOf(number),
                        buckets.advance(number),
                        facts(isHistory, to, null, List.of()))));
        chunks.add(new Chunk(List.of(), from, to.cursor(), facts(isHistory, to, reading.certainty, idsWithoutDetail)));
        return chunks;
    }

    private void forgetWhatIsGone(DeletionRule.Verdict<Long> verdict, Buckets buckets, Map<Integer, List<Row>> rows) {
        buckets.all()
                .forEach((id, state) ->
                        buckets.put(id, state.asAbsent(verdict.absent().contains(id))));
        for (long id : new TreeSet<>(verdict.deleted())) {
            if (deletes.areEmitted() && !verdict.isDoubtful() && id >= 0) {
                rows.computeIfAbsent(buckets.numberOf(id), key -> new ArrayList<>())
                        .add(new Row(feed.keyOf(id), ReadMode.DELETE));
            }
            buckets.remove(id);
        }
    }

    /** Stores all buckets, then their number, and deletes the previous ones. */
    List<Chunk> ofMoreBuckets(Buckets before, Buckets more, PassCursor from, PassCursor to) {
        ChunkStats facts = facts(from.passes() == 0, from, null, List.of());
        List<Chunk> chunks = new ArrayList<>();
        for (int number : List.copyOf(more.changed())) {
            Cursor stored = more.cursorOf(number);
            chunks.add(new Chunk(more.slice(number), List.of(), stored, more.advance(number), facts));
        }
        chunks.add(new Chunk(List.of(), from.cursor(), to.cursor(), facts));
        for (int number = 0; before.areSlices() && number < before.count(); number++) {
            Cursor stored = before.cursorOf(number);
            chunks.add(new Chunk(before.slice(number), List.of(), stored, before.forget(number), facts));
        }
        return chunks;
    }

    private static ChunkStats facts(
            boolean isHistory, PassCursor at, Certainty certainty, List<Long> idsWithoutDetail) {
        return new ChunkStats(
                isHistory ? Phase.BACKFILL : Phase.LIST,
                isHistory ? Pass.BACKFILL : Pass.FIRST,
                null,
                null,
                at.readUpTo(),
                certainty,
                0,
                null,
                idsWithoutDetail);
    }
}

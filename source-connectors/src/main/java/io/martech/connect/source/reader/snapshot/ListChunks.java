package io.martech.connect.source.reader.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.chunk.Row.ReadMode;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.chunk.SliceCursors;
import io.martech.connect.source.reader.emitted.Buckets;
import io.martech.connect.source.reader.emitted.Fingerprints;
import io.martech.connect.source.reader.emitted.KeyedHashes;
import io.martech.connect.source.reader.emitted.RowKeys;
import io.martech.connect.source.reader.slice.KnownSlices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Creates the chunks of what was read of a list: new and changed rows and, if enabled, deleted ones. For a long list,
 * each changed bucket of {@link Buckets} is a chunk, and the list's own offset follows them: a crash in between repeats
 * requests and, with exactly-once, no rows.
 */
public final class ListChunks {

    /** When the list was last read. */
    public static final String READ_AT = "read_at";

    private final RowKeys keys;
    private final UnaryOperator<JsonNode> fingerprinted;
    private final Predicate<JsonNode> isStillThere;
    private final Deletes deletes;
    private final KnownSlices stored;

    /**
     * @param fingerprinted the part of a row whose change is regarded as a change of the row
     * @param isStillThere queries the platform for one row, by the fields of its key
     * @param stored the stored cursors of the buckets
     */
    public ListChunks(
            RowKeys keys,
            UnaryOperator<JsonNode> fingerprinted,
            Predicate<JsonNode> isStillThere,
            Deletes deletes,
            SliceCursors stored) {
        this.keys = keys;
        this.fingerprinted = fingerprinted;
        this.isStillThere = isStillThere;
        this.deletes = deletes;
        this.stored = new KnownSlices(stored);
    }

    /**
     * The chunks of a complete read; the last one has the list's own cursor.
     *
     * @param owner the slice that the list belongs to, or null for the whole resource
     * @param next the list's cursor after the read, without the state of rows
     * @param answers one for each request that the platform answered: only for rows of these requests is it known whether
     *     they are gone
     */
    public List<Chunk> ofWhole(
            Slice owner, Cursor cursor, Cursor next, List<ListFeed.Answer> answers, ChunkStats facts) {
        Buckets buckets = Buckets.of(owner, cursor, stored);
        Map<Long, Found> found = new LinkedHashMap<>();
        Set<Long> asked = new HashSet<>();
        for (ListFeed.Answer answer : answers) {
            if (answer.isDoubtfulIfEmpty() && answer.rows().isEmpty()) {
                deletes.reportEmptyAnswer(answer, buckets.all().values());
                continue;
            }
            asked.add(answer.hash());
            find(answer.rows(), answer.hash(), found);
        }
        Map<Long, KeyedHashes.State> known = new HashMap<>(buckets.all());
        known.values().removeIf(state -> !asked.contains(state.request()));
        DeletionRule.Verdict<Long> verdict = deletes.after(known, found.keySet(), key -> {
            String text = known.get(key).key();
            return text != null && isStillThere.test(RowKeys.row(text));
        });
        return new Building(owner, cursor, next.with(READ_AT, facts.readUpTo()), facts)
                .of(buckets, found, known, verdict);
    }

    /**
     * The chunks of some rows of a list; the last one has the list's own cursor.
     *
     * @param next the list's cursor after them, without the state of rows
     */
    public List<Chunk> ofPart(Slice owner, Cursor cursor, Cursor next, List<JsonNode> rows, ChunkStats facts) {
        Map<Long, Found> found = new LinkedHashMap<>();
        find(rows, ListFeed.Answer.ONLY, found);
        DeletionRule.Verdict<Long> nothing = new DeletionRule.Verdict<>(Set.of(), Set.of(), false);
        return new Building(owner, cursor, next, facts).of(Buckets.of(owner, cursor, stored), found, Map.of(), nothing);
    }

    private void find(List<JsonNode> rows, long request, Map<Long, Found> found) {
        for (JsonNode row : rows) {
            long content = Fingerprints.of(fingerprinted.apply(row));
            String key = keys.of(row);
            // A row without a key is identified by its whole content.
            found.computeIfAbsent(key == null ? content : RowKeys.hashOf(RowKeys.row(key)), hash -> new Found())
                    .add(row, content, request, deletes.areEmitted() ? key : null);
        }
    }

    /** The rows with one key in one read: usually one. */
    private static final class Found {

        private final Set<Long> contents = new TreeSet<>();
        private JsonNode row;
        private long request;
        private String key;

        private void add(JsonNode latest, long content, long ofRequest, String itsKey) {
            contents.add(content);
            row = latest;
            request = ofRequest;
            key = itsKey;
        }

        /** The same for any order of the rows with one key. */
        private KeyedHashes.State state() {
            long content = contents.stream().mapToLong(Long::longValue).sum();
            return new KeyedHashes.State(content, request, false, key);
        }
    }

    private static final class Building {

        private final Slice owner;
        private final Cursor next;
        private final ChunkStats facts;
        private final ChunkStats factsBefore;
        private final ReadMode mode;
        private final List<Chunk> chunks = new ArrayList<>();
        private Cursor cursor;

        private Building(Slice owner, Cursor cursor, Cursor next, ChunkStats facts) {
            this.owner = owner;
            this.cursor = cursor;
            this.next = next;
            this.facts = facts;
            this.factsBefore = ChunkStats.ofList(cursor.time(READ_AT));
            this.mode = cursor.has(READ_AT) ? ReadMode.LIST : ReadMode.BACKFILL;
        }

        /** @param known the rows that the verdict is about */
        private List<Chunk> of(
                Buckets before,
                Map<Long, Found> found,
                Map<Long, KeyedHashes.State> known,
                DeletionRule.Verdict<Long> verdict) {
            Buckets buckets = largeEnough(before, found);
            Map<Integer, List<Row>> rows = new HashMap<>();
            found.forEach((key, each) -> {
                KeyedHashes.State state = each.state();
                KeyedHashes.State emitted = buckets.get(key);
                if (emitted == null || emitted.content() != state.content()) {
                    rowsOf(buckets.numberOf(key), rows).add(new Row(each.row, mode));
                }
                buckets.put(key, state);
            });
            known.forEach((key, state) -> {
                if (!found.containsKey(key)) {
                    buckets.put(key, state.asAbsent(verdict.absent().contains(key)));
                }
            });
            for (long key : new TreeSet<>(verdict.deleted())) {
                String text = known.get(key).key();
                if (text != null && !verdict.isDoubtful()) {
                    rowsOf(buckets.numberOf(key), rows).add(new Row(RowKeys.row(text), ReadMode.DELETE));
                }
                buckets.remove(key);
            }
            if (buckets.areSlices()) {
                buckets.changed().stream().toList().forEach(number -> store(buckets, number, rowsOf(number, rows)));
            }
            List<Row> own = buckets.areSlices() ? List.of() : rowsOf(0, rows);
            chunks.add(new Chunk(owner, own, cursor, buckets.addTo(next), facts));
            return chunks;
        }

        private static List<Row> rowsOf(int bucket, Map<Integer, List<Row>> rows) {
            return rows.computeIfAbsent(bucket, key -> new ArrayList<>());
        }

        /**
         * If more buckets are needed, they are stored first, then their number, and then the previous ones are deleted.
         */
        private Buckets largeEnough(Buckets before, Map<Long, Found> found) {
            Map<Long, KeyedHashes.State> all = before.all();
            found.forEach((key, each) -> all.put(key, each.state()));
            int count = before.countFor(
                    all.values().stream().mapToLong(KeyedHashes::characters).sum());
            if (count == before.count()) {
                return before;
            }
            Buckets more = before.spreadOver(count, PlatformTime.format(facts.readUpTo()));
            more.changed().stream().toList().forEach(number -> store(more, number, List.of()));
            Cursor named = more.addTo(cursor);
            chunks.add(new Chunk(owner, List.of(), cursor, named, factsBefore));
            cursor = named;
            for (int number = 0; before.areSlices() && number < before.count(); number++) {
                chunks.add(new Chunk(
                        before.slice(number), List.of(), before.cursorOf(number), before.forget(number), factsBefore));
            }
            return more;
        }

        private void store(Buckets buckets, int number, List<Row> rows) {
            Cursor from = buckets.cursorOf(number);
            chunks.add(new Chunk(buckets.slice(number), rows, from, buckets.advance(number), factsBefore));
        }
    }
}

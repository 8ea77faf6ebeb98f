package io.martech.connect.source.reader.resync;

import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Scope;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.SliceCursors;
import io.martech.connect.source.engine.StoredSlice;
import io.martech.connect.source.reader.emitted.Buckets;
import io.martech.connect.source.reader.emitted.RowVersion;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which version of each row was emitted last, in buckets of neighbouring ids, so that a page of ids concerns one or two of
 * them. Each bucket is a slice; one that is full is halved, so that no cursor grows large.
 *
 * <p>A bucket counts only if it was written since the time that the resource's own cursor names: after that was reset, nothing is
 * known. And a bucket may have been stored though the chunks that changed it last were not: what they put into it is forgotten. Or
 * one was not stored though the chunk was: it is empty then, and its rows come again.
 */
public final class LastVersions {

    public static final String SINCE = "rows_since";

    private static final int SLICES_AHEAD = 64;

    private final SliceCursors stored;
    private final LocalDateTime since;

    /** Of each bucket by its number, as text: parsed buckets would take several times as much memory. */
    private final List<Cursor> cursors = new ArrayList<>();

    private final TreeMap<Long, Integer> numberByFirstId = new TreeMap<>();

    /** Buckets that are being looked at, until {@link #changed()}. */
    private final Map<Integer, VersionBucket> open = new HashMap<>();

    private final TreeSet<Integer> changed = new TreeSet<>();

    /** Buckets that hold less than what is stored of them. */
    private final TreeSet<Integer> mended = new TreeSet<>();

    /** Of a bucket that was never stored. */
    private Cursor unread = Cursor.start();

    private Steps steps;
    private long highestStep;

    private LastVersions(SliceCursors stored, LocalDateTime since, Steps steps) {
        this.stored = stored;
        this.since = since;
        this.steps = steps;
    }

    /**
     * Reads what is stored.
     *
     * @param since since when what was emitted is kept, as the resource's cursor says
     * @param steps the chunks that the resource's cursor knows of
     * @param count how many buckets there are, as the resource's cursor says
     */
    static LastVersions load(SliceCursors stored, LocalDateTime since, Steps steps, int count) {
        LastVersions versions = new LastVersions(stored, since, steps);
        int read = 0;
        // What lost chunks have left behind the buckets only tells which numbers of chunks were used.
        for (boolean mayBeMore = true; mayBeMore; ) {
            mayBeMore = versions.load(read, Math.max(read, count) + SLICES_AHEAD, count);
            read = Math.max(read, count) + SLICES_AHEAD;
        }
        versions.steps = steps.beyond(versions.highestStep);
        return versions;
    }

    /** Whether there may be still more. */
    private boolean load(int from, int to, int count) {
        List<Slice> slices =
                IntStream.range(from, to).mapToObj(LastVersions::sliceOf).toList();
        Map<Slice, Cursor> found = stored.of(slices);
        unread = unread.with(Scope.KEY, found.get(slices.get(0)).text(Scope.KEY));
        boolean isAnyLeftBehind = false;
        for (int number = from; number < to; number++) {
            Cursor cursor = found.get(sliceOf(number));
            boolean counts = since.equals(cursor.time(SINCE));
            if (number < count) {
                add(counts ? cursor : unread);
            } else if (counts) {
                isAnyLeftBehind = true;
                highestStep = Math.max(highestStep, VersionBucket.from(cursor).highestStep());
            }
        }
        return isAnyLeftBehind;
    }

    private void add(Cursor cursor) {
        int number = cursors.size();
        VersionBucket bucket = VersionBucket.from(cursor);
        highestStep = Math.max(highestStep, bucket.highestStep());
        cursors.add(cursor);
        if (bucket.forgetLost(steps)) {
            // Stored again with the next chunk, before the numbers of what was lost are forgotten.
            cursors.set(number, bucket.addTo(cursor));
            mended.add(number);
        }
        if (!bucket.isEmpty()) {
            numberByFirstId.put(bucket.firstId(), number);
        }
    }

    /** The version emitted last of a row, or null if none is known. */
    RowVersion of(long id) {
        Map.Entry<Long, Integer> entry = numberByFirstId.floorEntry(id);
        return entry == null ? null : bucket(entry.getValue(), entry.getKey()).of(id);
    }

    /** The row is emitted with the next chunk. */
    void put(long id, RowVersion version) {
        Map.Entry<Long, Integer> entry = bucketFor(id);
        bucket(entry.getValue(), entry.getKey()).put(id, version, steps.last() + 1);
        changed.add(entry.getValue());
    }

    /** The buckets that have changed since the last chunk, to be stored with the next one. */
    List<StoredSlice> changed() {
        List<StoredSlice> slices = new ArrayList<>();
        for (int number : changed) {
            VersionBucket bucket = open.get(number);
            cursors.set(number, bucket.addTo(cursors.get(number)).with(SINCE, since));
            mended.add(number);
        }
        if (!changed.isEmpty()) {
            steps = steps.next();
            mended.forEach(number -> slices.add(new StoredSlice(sliceOf(number), cursors.get(number))));
            mended.clear();
        }
        changed.clear();
        open.clear();
        return slices;
    }

    /** How many buckets there are. */
    int count() {
        return cursors.size();
    }

    /** The chunks so far. */
    Steps steps() {
        return steps;
    }

    /** The bucket that a row belongs into, with room for it. */
    private Map.Entry<Long, Integer> bucketFor(long id) {
        Map.Entry<Long, Integer> entry = numberByFirstId.floorEntry(id);
        if (entry == null) {
            entry = beginFrom(id);
        }
        VersionBucket bucket = bucket(entry.getValue(), entry.getKey());
        if (bucket.hasRoomFor(id)) {
            return entry;
        }
        if (id > bucket.lastId()) {
            return beginBetween(id, numberByFirstId.higherEntry(id));
        }
        VersionBucket upper = bucket.upperHalf();
        changed.add(entry.getValue());
        Map.Entry<Long, Integer> added = addBucket(upper.firstId(), upper);
        return id < added.getKey() ? entry : added;
    }

    /** A bucket that begins with an id below all others: the first one, from now on, or the first at all. */
    private Map.Entry<Long, Integer> beginFrom(long id) {
        Map.Entry<Long, Integer> first = numberByFirstId.firstEntry();
        return first == null ? addBucket(id, new VersionBucket()) : beginEarlier(id, first);
    }

    /** A bucket that begins with an id between two others: the next one, if it has room, else ids that descend would make one each. */
    private Map.Entry<Long, Integer> beginBetween(long id, Map.Entry<Long, Integer> next) {
        boolean hasRoom = next != null && bucket(next.getValue(), next.getKey()).hasRoomFor(id);
        return hasRoom ? beginEarlier(id, next) : addBucket(id, new VersionBucket());
    }

    private Map.Entry<Long, Integer> beginEarlier(long id, Map.Entry<Long, Integer> entry) {
        bucket(entry.getValue(), entry.getKey());
        numberByFirstId.remove(entry.getKey());
        numberByFirstId.put(id, entry.getValue());
        return numberByFirstId.floorEntry(id);
    }

    private Map.Entry<Long, Integer> addBucket(long firstId, VersionBucket bucket) {
        int number = cursors.size();
        cursors.add(unread);
        open.put(number, bucket);
        changed.add(number);
        numberByFirstId.put(firstId, number);
        return numberByFirstId.floorEntry(firstId);
    }

    /** Of a bucket that was halved, the upper half counts in the other, wherever it is still stored. */
    private VersionBucket bucket(int number, long firstId) {
        return open.computeIfAbsent(number, key -> {
            VersionBucket bucket = VersionBucket.from(cursors.get(number));
            Long next = numberByFirstId.higherKey(firstId);
            if (next != null) {
                bucket.forgetFrom(next);
            }
            return bucket;
        });
    }

    private static Slice sliceOf(int number) {
        return new Slice(Buckets.SLICE, String.valueOf(number));
    }
}

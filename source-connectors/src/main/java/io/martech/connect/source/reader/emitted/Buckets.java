package io.martech.connect.source.reader.emitted;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.reader.slice.KnownSlices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was emitted of a list's rows, in as many buckets as keep every offset small. A single bucket is part of the list's
 * own offset; several are slices, each with an offset of its own, so that a change rewrites only one of them. The list's
 * offset holds their number, a power of two, and since when they have been in use: buckets with another number or time
 * are treated as empty.
 */
public final class Buckets {

    /** The field that identifies a bucket of a resource in the source partition, as in {@code 3/16}. */
    public static final String SLICE = "bucket";

    public static final String COUNT = "buckets";
    public static final String SINCE = "known_since";

    private static final long CHARACTERS_AT_FIRST = 30_000;

    /** On average over all buckets; an offset may have 256 KB, and the estimate may be too low by half. */
    private static final long CHARACTERS_AT_MOST = 100_000;

    private final Slice owner;
    private String since;
    private final KnownSlices stored;
    private final List<KeyedHashes> rows;
    private final Set<Integer> changed = new TreeSet<>();

    private Buckets(Slice owner, String since, KnownSlices stored, List<KeyedHashes> rows) {
        this.owner = owner;
        this.since = since;
        this.stored = stored;
        this.rows = rows;
    }

    /**
     * @param owner the part of a resource that the rows belong to, or null for the resource itself
     * @param cursor the owner's cursor
     */
    public static Buckets of(Slice owner, Cursor cursor, KnownSlices stored) {
        int count = (int) cursor.number(COUNT, 1);
        if (count == 1) {
            return new Buckets(owner, null, stored, List.of(KeyedHashes.from(cursor)));
        }
        Buckets buckets = empty(owner, count, cursor.text(SINCE), stored);
        for (int number = 0; number < count; number++) {
            Cursor bucket = buckets.cursorOf(number);
            if (buckets.since.equals(bucket.text(SINCE))) {
                buckets.rows.set(number, KeyedHashes.from(bucket));
            }
        }
        return buckets;
    }

    private static Buckets empty(Slice owner, int count, String since, KnownSlices stored) {
        List<KeyedHashes> rows = new ArrayList<>(count);
        List<Slice> slices = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            rows.add(new KeyedHashes());
            slices.add(slice(owner, number, count));
        }
        stored.load(slices);
        return new Buckets(owner, since, stored, rows);
    }

    public int count() {
        return rows.size();
    }

    /** Whether the rows are in slices instead of the owner's own offset. */
    public boolean areSlices() {
        return since != null;
    }

    /** The appropriate number of buckets for rows of this total size: the current number, as long as it suffices. */
    public int countFor(long characters) {
        int count = count();
        if (characters > count * CHARACTERS_AT_MOST) {
            while (characters > count * CHARACTERS_AT_FIRST) {
                count *= 2;
            }
        }
        return count;
    }

    /**
     * Distributes the rows over this many buckets. The changed buckets, which are all that are not empty, have to be
     * stored before the owner's offset holds their number.
     *
     * @param now since when they are in use; anything stored under their names before is ignored
     */
    public Buckets spreadOver(int count, String now) {
        Buckets more = empty(owner, count, now, stored);
        if (!areSlices() && size() == 0) {
            more.adopt();
        }
        rows.forEach(bucket ->
                bucket.all().forEach((key, state) -> more.bucketOf(key).put(key, state)));
        for (int number = 0; number < count; number++) {
            if (!more.rows.get(number).all().isEmpty()) {
                more.changed.add(number);
            }
        }
        return more;
    }

    public KeyedHashes.State get(long key) {
        return bucketOf(key).get(key);
    }

    public void put(long key, KeyedHashes.State state) {
        if (bucketOf(key).put(key, state)) {
            changed.add(numberOf(key));
        }
    }

    public void remove(long key) {
        if (bucketOf(key).remove(key)) {
            changed.add(numberOf(key));
        }
    }

    /** The state of every row, by the hash of its key. */
    public Map<Long, KeyedHashes.State> all() {
        Map<Long, KeyedHashes.State> all = new HashMap<>();
        rows.forEach(bucket -> all.putAll(bucket.all()));
        return all;
    }

    public long size() {
        return rows.stream().mapToLong(bucket -> bucket.all().size()).sum();
    }

    /** The buckets that differ from their stored state, ascending. */
    public Set<Integer> changed() {
        return changed;
    }

    /** Keys may follow any pattern, so all of their bits are used. */
    public int numberOf(long key) {
        int bits = Integer.numberOfTrailingZeros(count());
        return bits == 0 ? 0 : (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - bits));
    }

    public Slice slice(int number) {
        return slice(owner, number, count());
    }

    /** The stored cursor of the bucket. */
    public Cursor cursorOf(int number) {
        return stored.of(slice(number));
    }

    /** The new cursor of the bucket, which is regarded as stored from now on. */
    public Cursor advance(int number) {
        Cursor next = rows.get(number).addTo(cursorOf(number)).with(SINCE, since);
        stored.put(slice(number), next);
        changed.remove(number);
        return next;
    }

    /** An empty cursor, which deletes the offset of a bucket that is no longer needed. */
    public Cursor forget(int number) {
        stored.forget(slice(number)::equals);
        return Cursor.start();
    }

    /**
     * Uses what is stored under the names of these buckets although their owner has no record of them: without progress
     * records, an owner without rows of its own is not stored.
     */
    private void adopt() {
        for (int number = 0; number < count(); number++) {
            String stored = cursorOf(number).text(SINCE);
            if (stored != null) {
                since = stored;
            }
        }
        for (int number = 0; number < count(); number++) {
            if (since.equals(cursorOf(number).text(SINCE))) {
                rows.set(number, KeyedHashes.from(cursorOf(number)));
            }
        }
    }

    /** The owner's cursor, with the rows if they are not in slices, otherwise with the identification of the slices. */
    public Cursor addTo(Cursor cursor) {
        if (areSlices()) {
            return cursor.with(COUNT, (long) count())
                    .with(SINCE, since)
                    .with(KeyedHashes.ROWS, null)
                    .with(KeyedHashes.KEYS, null);
        }
        changed.clear();
        return rows.get(0).addTo(cursor);
    }

    private KeyedHashes bucketOf(long key) {
        return rows.get(numberOf(key));
    }

    private static Slice slice(Slice owner, int number, int count) {
        String bucket = number + "/" + count;
        return owner == null ? new Slice(SLICE, bucket) : new Slice(owner.name(), owner.value() + "/" + bucket);
    }
}

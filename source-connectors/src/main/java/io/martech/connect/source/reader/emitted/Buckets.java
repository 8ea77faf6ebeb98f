package io.martech.connect.source.reader.emitted;

import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.SliceCursors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What was emitted of each row, in as many buckets as keep the cursor of each small; each is a slice. The number is a power
 * of two and is fixed until a bucket would grow too large.
 */
public final class Buckets {

    /** The field that names a bucket in the source partition, as in {@code 3/16}: another number means other buckets. */
    public static final String SLICE = "bucket";

    public static final String ROWS = "rows";

    private static final int FEWEST = 16;
    private static final int ROWS_AT_FIRST = 1_000;

    /** In all buckets together, on average; a cursor of 256 KB holds more than twice as many. */
    private static final int ROWS_AT_MOST = 8_000;

    private final SliceCursors stored;
    private final List<RowFingerprints> rows;
    private final List<Cursor> cursors;

    private Buckets(SliceCursors stored, List<RowFingerprints> rows, List<Cursor> cursors) {
        this.stored = stored;
        this.rows = rows;
        this.cursors = cursors;
    }

    /** Reads what is stored of that many buckets. */
    public static Buckets load(int count, SliceCursors stored) {
        List<Slice> slices = slices(count);
        var found = stored.of(slices);
        List<Cursor> cursors = slices.stream().map(found::get).toList();
        List<RowFingerprints> rows = cursors.stream()
                .map(cursor -> RowFingerprints.parse(cursor.text(ROWS)))
                .toList();
        return new Buckets(stored, rows, new ArrayList<>(cursors));
    }

    /** How many buckets suit a list of so many rows. */
    public static int countFor(long total) {
        int count = FEWEST;
        while ((long) count * ROWS_AT_FIRST < total) {
            count *= 2;
        }
        return count;
    }

    public int count() {
        return rows.size();
    }

    public boolean areTooFewFor(long total) {
        return total > (long) count() * ROWS_AT_MOST;
    }

    /** The same rows in so many buckets. All of them have to be stored before the new number is. */
    public Buckets spreadOver(int count) {
        Buckets more = load(count, stored);
        for (RowFingerprints bucket : rows) {
            bucket.byId()
                    .forEach((id, fingerprint) ->
                            more.rows.get(more.numberOf(id)).put(id, fingerprint));
        }
        return more;
    }

    /** Of the row's last state that was emitted, or null if it never was. */
    public Long fingerprintOf(long id) {
        return rows.get(numberOf(id)).of(id);
    }

    public void put(long id, long fingerprint) {
        rows.get(numberOf(id)).put(id, fingerprint);
    }

    public void remove(long id) {
        rows.get(numberOf(id)).remove(id);
    }

    public long size() {
        return rows.stream().mapToLong(bucket -> bucket.byId().size()).sum();
    }

    public Collection<Long> idsOf(int number) {
        return rows.get(number).byId().keySet();
    }

    /** Ids may follow any pattern; so all of their bits count. */
    public int numberOf(long id) {
        int bits = Integer.numberOfTrailingZeros(count());
        return bits == 0 ? 0 : (int) ((id * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - bits));
    }

    public Slice slice(int number) {
        return slices(count()).get(number);
    }

    /** Where the bucket stood when it was told last. */
    public Cursor cursorOf(int number) {
        return cursors.get(number);
    }

    /** Where the bucket stands now. */
    public Cursor advance(int number) {
        Cursor next = cursors.get(number).with(ROWS, rows.get(number).text());
        cursors.set(number, next);
        return next;
    }

    private static List<Slice> slices(int count) {
        List<Slice> slices = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            slices.add(new Slice(SLICE, number + "/" + count));
        }
        return slices;
    }
}

package io.martech.connect.source.reader.resync;

import io.martech.connect.source.engine.Cursor;
import java.time.LocalDateTime;

/**
 * Where {@link ResyncReader} stands.
 *
 * @param cursor as Connect stores it, with what others keep there
 */
public record ResyncCursor(Cursor cursor) {

    public static final String KNOWN_SINCE = "rescan_known_since";
    public static final String BUCKETS = "rescan_buckets";
    public static final String LAST_ID = "rescan_last_id";
    public static final String STARTED_AT = "rescan_started_at";
    public static final String ENDED_AT = "rescan_ended_at";

    /** Since when it is kept what was emitted; null if it is not. */
    LocalDateTime knownSince() {
        return cursor.time(KNOWN_SINCE);
    }

    /** The chunks that have changed what is known. */
    Steps steps() {
        return Steps.from(cursor);
    }

    /** How many buckets there are, whether they are stored or not. */
    int buckets() {
        return Math.toIntExact(cursor.number(BUCKETS, 0));
    }

    boolean isUnderWay() {
        return cursor.has(LAST_ID);
    }

    /** Up to which id the rescan has come; 0 at its beginning. */
    long lastId() {
        return cursor.number(LAST_ID, 0);
    }

    /** From when on the interval counts: the end of the last rescan, or the time since which there is something to compare with. */
    LocalDateTime restsSince() {
        return cursor.has(ENDED_AT) ? cursor.time(ENDED_AT) : knownSince();
    }

    ResyncCursor knowing(LocalDateTime since, Steps steps, int buckets) {
        return new ResyncCursor(steps.addTo(cursor.with(KNOWN_SINCE, since).with(BUCKETS, (long) buckets)));
    }

    ResyncCursor at(long lastId, LocalDateTime now) {
        LocalDateTime startedAt = cursor.time(STARTED_AT);
        return new ResyncCursor(cursor.with(LAST_ID, lastId).with(STARTED_AT, startedAt == null ? now : startedAt));
    }

    ResyncCursor ended(LocalDateTime now) {
        return new ResyncCursor(
                cursor.with(LAST_ID, null).with(STARTED_AT, null).with(ENDED_AT, now));
    }
}

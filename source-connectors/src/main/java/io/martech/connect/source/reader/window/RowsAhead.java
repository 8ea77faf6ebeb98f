package io.martech.connect.source.reader.window;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.reader.LateArrivals;
import java.time.LocalDateTime;

/**
 * Doubts about the time zone because of rows with an update time in the future: if it is too far west, all new rows
 * are, and windows reach them hours late.
 *
 * @param probes how many consecutive probes have found such rows and none with the current time
 * @param since when the doubt began, in the configured zone; null if there is none
 * @param lastId the highest id of a row that was recorded, so that it is not recorded again after a restart; 0 if
 *     there is none
 */
public record RowsAhead(long probes, LocalDateTime since, long lastId) {

    public static final String PROBES = "far_ahead_probes";
    public static final String SINCE = "far_ahead_since";
    public static final String LAST_ID = "far_ahead_last_id";

    private static final RowsAhead NONE = new RowsAhead(0, null, 0);

    public static RowsAhead from(Cursor cursor) {
        return new RowsAhead(cursor.number(PROBES, 0), cursor.time(SINCE), cursor.number(LAST_ID, 0));
    }

    boolean isDoubt() {
        return since != null;
    }

    public Cursor addTo(Cursor cursor) {
        return cursor.with(PROBES, probes == 0 ? null : probes)
                .with(SINCE, since)
                .with(LAST_ID, lastId == 0 ? null : lastId);
    }

    /** The history contains such a row. That alone proves nothing, since other rows of it may have any time. */
    public RowsAhead withRowOfHistory(long id, LocalDateTime now) {
        return new RowsAhead(probes, since == null ? now : since, Math.max(lastId, id));
    }

    RowsAhead after(ZoneEvidence evidence, LocalDateTime now) {
        boolean isForgotten = since == null || !now.isBefore(since.plusHours(LateArrivals.DOUBT_HOURS));
        if (evidence.newestRowIsAhead()) {
            long before = isForgotten ? 0 : probes;
            return new RowsAhead(
                    evidence.hasRowOfNow() ? 0 : before + 1,
                    isForgotten ? now : since,
                    Math.max(lastId, evidence.lastIdAhead()));
        }
        return evidence.hasRowOfNowAfterThoseAhead() || (since != null && isForgotten) ? NONE : this;
    }
}

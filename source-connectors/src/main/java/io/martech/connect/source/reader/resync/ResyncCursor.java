package io.martech.connect.source.reader.resync;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.reader.IdRanges;
import io.martech.connect.source.reader.window.WindowState;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * The progress of a {@link ResyncReader}.
 *
 * @param cursor as stored by Connect, including the fields of other readers
 */
public record ResyncCursor(Cursor cursor) {

    public static final String PREFIX = "resync_";
    public static final String STARTED_AT = "resync_started_at";
    public static final String ENDED_AT = "resync_ended_at";
    public static final String REQUEST = "resync_request";
    public static final String FROM = "resync_from";
    public static final String TO = "resync_to";

    boolean isUnderWay() {
        return cursor.has(STARTED_AT);
    }

    /** Whether the requested resync was completed, or is in progress. */
    boolean knows(String request) {
        return request.equals(cursor.text(REQUEST));
    }

    IdRanges left() {
        return IdRanges.from(cursor, PREFIX);
    }

    /** When the interval started: at the end of the last resync, otherwise when reading began. */
    LocalDateTime restsSince() {
        if (cursor.has(ENDED_AT)) {
            return cursor.time(ENDED_AT);
        }
        LocalDateTime cutoff = cursor.time("cutoff");
        return cutoff == null ? WindowState.beginningOf(cursor) : cutoff;
    }

    ResyncCursor begunByInterval(LocalDateTime now) {
        return begun(now, Map.of());
    }

    ResyncCursor begunByRequest(LocalDateTime now, ResyncSettings settings) {
        Map<String, Object> more = new HashMap<>();
        more.put(REQUEST, settings.request());
        more.put(FROM, settings.from());
        more.put(TO, settings.to());
        return begun(now, more);
    }

    private ResyncCursor begun(LocalDateTime now, Map<String, Object> more) {
        Cursor begun = IdRanges.above(0).addTo(without(cursor), PREFIX).with(STARTED_AT, now);
        for (Map.Entry<String, Object> field : more.entrySet()) {
            begun = begun.with(field.getKey(), field.getValue());
        }
        return new ResyncCursor(begun);
    }

    ResyncCursor after(IdRanges left, LocalDateTime now) {
        Cursor after = left.addTo(cursor, PREFIX);
        return new ResyncCursor(left.isDone() ? without(after).with(ENDED_AT, now) : after);
    }

    /** Whether rows with that update time are requested. */
    boolean isWanted(LocalDateTime lastUpdated) {
        LocalDateTime from = cursor.time(FROM);
        LocalDateTime to = cursor.time(TO);
        return (from == null || (lastUpdated != null && !lastUpdated.isBefore(from)))
                && (to == null || (lastUpdated != null && lastUpdated.isBefore(to)));
    }

    private static Cursor without(Cursor cursor) {
        return cursor.with(STARTED_AT, null).with(FROM, null).with(TO, null);
    }
}

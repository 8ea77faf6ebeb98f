package io.martech.connect.source.reader.window;

import io.martech.connect.source.chunk.Cursor;
import java.time.LocalDateTime;

/**
 * Compares the clock that closes windows with the update times of rows. A row that is first read within settle lag and
 * look-back of its update time proves the clock correct up to then. Rows that appear in windows completed by both
 * passes show that it is ahead of the clock that dates rows, unless they are few, or are imported with old update
 * times.
 *
 * @param millis by how many milliseconds trusted time is ahead of the rows; subtracted from it
 * @param checkedAt the time up to which the clock was correct; null if no row has proven that yet
 * @param lateRows the number of rows that appeared too late since
 * @param lateProbes how many probes found them
 * @param youngestLateMillis the age of the youngest of these rows
 */
public record ClockOffset(
        long millis, LocalDateTime checkedAt, long lateRows, long lateProbes, long youngestLateMillis) {

    public static final String CHECKED_AT = "clock_checked_at";
    public static final String LATE_ROWS = "late_in_a_row";
    public static final String LATE_PROBES = "late_in_a_row_probes";
    public static final String YOUNGEST_LATE = "youngest_late_ms";

    /** This many rows, found by at least two consecutive probes, are no coincidence. */
    private static final int CONVINCING_ROWS = 20;

    private static final int CONVINCING_PROBES = 2;

    /** Times of rows and of the platform are whole seconds. */
    private static final long PRECISION = 1_000;

    public static ClockOffset from(Cursor cursor) {
        return new ClockOffset(
                cursor.number(Cursor.CLOCK_OFFSET, 0),
                cursor.time(CHECKED_AT),
                cursor.number(LATE_ROWS, 0),
                cursor.number(LATE_PROBES, 0),
                cursor.number(YOUNGEST_LATE, 0));
    }

    public Cursor addTo(Cursor cursor) {
        return cursor.with(Cursor.CLOCK_OFFSET, nullIfZero(millis))
                .with(CHECKED_AT, checkedAt)
                .with(LATE_ROWS, nullIfZero(lateRows))
                .with(LATE_PROBES, nullIfZero(lateProbes))
                .with(YOUNGEST_LATE, nullIfZero(youngestLateMillis));
    }

    /** A row was read in time: the clock was correct up to then. */
    public ClockOffset provenAt(LocalDateTime time) {
        return new ClockOffset(millis, time, 0, 0, 0);
    }

    /** A probe found rows that appeared too late. */
    public ClockOffset withLateRows(long rows, long youngestMillis) {
        long youngest = lateRows == 0 ? youngestMillis : Math.min(youngestLateMillis, youngestMillis);
        return new ClockOffset(millis, checkedAt, lateRows + rows, lateProbes + 1, youngest);
    }

    /** A row appeared at this age: the offset is not greater. */
    public ClockOffset atMost(long ageMillis) {
        return ageMillis + 2 * PRECISION < millis ? new ClockOffset(Math.max(0, ageMillis), checkedAt, 0, 0, 0) : this;
    }

    /** Whether what was read since {@link #checkedAt} is in doubt. */
    public boolean isDoubt() {
        return lateProbes >= CONVINCING_PROBES;
    }

    public boolean isAhead() {
        return isDoubt() && lateRows >= CONVINCING_ROWS;
    }

    /** Returns a copy with the offset that the late rows show. */
    public ClockOffset corrected() {
        return new ClockOffset(millis + youngestLateMillis + PRECISION, checkedAt, 0, 0, 0);
    }

    private static Long nullIfZero(long number) {
        return number == 0 ? null : number;
    }
}

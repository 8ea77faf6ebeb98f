package io.martech.connect.source.reader.window;

import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.reader.Window;
import java.time.LocalDateTime;

/**
 * The progress of one pass over the windows.
 *
 * @param upTo the first second not read yet
 * @param unproven what was read since it was last proven that no page was truncated
 * @param windowSeconds the length of the last window
 * @param rowsPerHour the observed density, smoothed
 */
record PassState(LocalDateTime upTo, Unproven unproven, long windowSeconds, long rowsPerHour) {

    static PassState startingAt(LocalDateTime start) {
        return new PassState(start, Unproven.since(start), 0, 0);
    }

    /** @param prefix the name of the pass, the prefix of its fields in the cursor */
    static PassState from(Cursor cursor, String prefix) {
        LocalDateTime upTo = cursor.time(prefix + "_up_to");
        return new PassState(
                upTo,
                Unproven.from(cursor, prefix, upTo),
                cursor.number(prefix + "_window_seconds", 0),
                cursor.number(prefix + "_rows_per_hour", 0));
    }

    Cursor addTo(Cursor cursor, String prefix) {
        return unproven.addTo(cursor, prefix)
                .with(prefix + "_up_to", upTo)
                .with(prefix + "_window_seconds", windowSeconds)
                .with(prefix + "_rows_per_hour", rowsPerHour);
    }

    /** The time before which completeness does not depend on an unchanged page size. */
    LocalDateTime provenUpTo() {
        return unproven.since();
    }

    PassState afterWindow(Window window, int rows, Certainty certainty) {
        return new PassState(
                window.end(),
                unproven.after(window, rows, certainty),
                window.seconds(),
                WindowLength.smoothedRowsPerHour(rowsPerHour, rows, window.seconds()));
    }

    /** Returns a copy after a proof that no page since the last one was truncated. */
    PassState proven() {
        return new PassState(upTo, Unproven.since(upTo), windowSeconds, rowsPerHour);
    }

    /** Returns to the last proof or the given time, whichever is earlier: nothing since can be trusted. */
    PassState backToProofOr(LocalDateTime time) {
        return backTo(time.isBefore(provenUpTo()) ? time : provenUpTo());
    }

    private PassState backTo(LocalDateTime time) {
        return new PassState(time, Unproven.since(time), windowSeconds, rowsPerHour);
    }

    /** What was read after that time may be read again, so its versions have to be stored. */
    PassState provenOnlyUntil(LocalDateTime time) {
        return new PassState(upTo, Unproven.since(time), windowSeconds, rowsPerHour);
    }

    /** Skips what is read by other means than windows. */
    PassState skippedTo(LocalDateTime time) {
        return time.equals(upTo)
                ? this
                : new PassState(
                        time, unproven.windows() == 0 ? Unproven.since(time) : unproven, windowSeconds, rowsPerHour);
    }
}

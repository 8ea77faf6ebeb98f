package io.martech.connect.source.reader.window;

import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.reader.Window;
import java.time.LocalDateTime;

/**
 * Where one pass over the windows stands.
 *
 * @param upTo the first second not read yet
 * @param unproven what was read since it was last proven that nothing was cut off
 * @param windowSeconds the length of the window read last
 * @param rowsPerHour the observed density, smoothed
 */
record PassState(LocalDateTime upTo, Unproven unproven, long windowSeconds, long rowsPerHour) {

    static PassState startingAt(LocalDateTime start) {
        return new PassState(start, Unproven.since(start), 0, 0);
    }

    /**
     * @param prefix the name of the pass, before each of its fields in the cursor
     */
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

    /** Up to where nothing rests on an unchanged page size. */
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

    /** It was shown that none of the pages since the last proof was cut off. */
    PassState proven() {
        return new PassState(upTo, Unproven.since(upTo), windowSeconds, rowsPerHour);
    }

    /** Reads again from the earlier of the last proof and the given time: nothing since can be trusted. */
    PassState backToProofOr(LocalDateTime time) {
        return backTo(time.isBefore(provenUpTo()) ? time : provenUpTo());
    }

    private PassState backTo(LocalDateTime time) {
        return new PassState(time, Unproven.since(time), windowSeconds, rowsPerHour);
    }

    /** What was read after that time may be read again, so it has to be remembered. */
    PassState provenOnlyUntil(LocalDateTime time) {
        return new PassState(upTo, Unproven.since(time), windowSeconds, rowsPerHour);
    }

    /** Goes around what is read by other means than windows. */
    PassState skippedTo(LocalDateTime time) {
        return time.equals(upTo)
                ? this
                : new PassState(
                        time, unproven.windows() == 0 ? Unproven.since(time) : unproven, windowSeconds, rowsPerHour);
    }
}

package io.martech.connect.source.strategy;

import io.martech.connect.source.engine.Position;
import java.time.LocalDateTime;

/**
 * Where one pass over the windows stands.
 *
 * @param upTo the first second not read yet
 * @param provenUpTo the end of the last window that was proven; what was read since rests on the page size
 * @param windowsSinceProof windows with rows since then
 * @param windowSeconds the length of the window read last
 * @param rowsPerHour the observed density, smoothed
 */
record PassState(
        LocalDateTime upTo, LocalDateTime provenUpTo, long windowsSinceProof, long windowSeconds, long rowsPerHour) {

    private static final int WINDOWS_BETWEEN_PROOFS = 20;

    static PassState startingAt(LocalDateTime start) {
        return new PassState(start, start, 0, 0, 0);
    }

    /**
     * @param prefix the name of the pass, before each of its fields in the position
     */
    static PassState from(Position position, String prefix) {
        LocalDateTime upTo = position.time(prefix + "_up_to");
        LocalDateTime proven = position.time(prefix + "_proven_up_to");
        return new PassState(
                upTo,
                proven == null || proven.isAfter(upTo) ? upTo : proven,
                position.number(prefix + "_windows_since_proof", 0),
                position.number(prefix + "_window_seconds", 0),
                position.number(prefix + "_rows_per_hour", 0));
    }

    Position addTo(Position position, String prefix) {
        return position.with(prefix + "_up_to", upTo)
                .with(prefix + "_proven_up_to", provenUpTo)
                .with(prefix + "_windows_since_proof", windowsSinceProof)
                .with(prefix + "_window_seconds", windowSeconds)
                .with(prefix + "_rows_per_hour", rowsPerHour);
    }

    /** Whether the next window with rows has to prove that its page was the last one. */
    boolean tripwireIsDue() {
        return windowsSinceProof + 1 >= WINDOWS_BETWEEN_PROOFS;
    }

    /**
     * @param isProven whether the window is complete whatever the page size; an empty one is
     */
    PassState afterWindow(Window window, int rows, boolean isProven) {
        boolean nothingRestsOnPageSize = isProven || (rows == 0 && windowsSinceProof == 0);
        return new PassState(
                window.end(),
                nothingRestsOnPageSize ? window.end() : provenUpTo,
                isProven ? 0 : windowsSinceProof + (rows == 0 ? 0 : 1),
                window.seconds(),
                WindowLength.smoothedRowsPerHour(rowsPerHour, rows, window.seconds()));
    }

    /** Reads again from the earlier of the last proof and the given time: nothing since can be trusted. */
    PassState backToProofOr(LocalDateTime time) {
        LocalDateTime back = time.isBefore(provenUpTo) ? time : provenUpTo;
        return new PassState(back, back, 0, windowSeconds, rowsPerHour);
    }

    /** What was read after that time may be read again, so it has to be remembered. */
    PassState provenOnlyUntil(LocalDateTime time) {
        return new PassState(upTo, time, windowsSinceProof, windowSeconds, rowsPerHour);
    }

    /** Everything up to that second is known to be complete by other means than windows. */
    PassState provenUntil(LocalDateTime time) {
        LocalDateTime end = time.isAfter(upTo) ? time : upTo;
        LocalDateTime proven = time.isAfter(provenUpTo) ? time : provenUpTo;
        return new PassState(end, proven, proven.equals(end) ? 0 : windowsSinceProof, windowSeconds, rowsPerHour);
    }
}

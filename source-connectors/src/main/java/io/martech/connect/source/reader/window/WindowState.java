package io.martech.connect.source.reader.window;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.reader.LateArrivals;
import io.martech.connect.source.reader.emitted.EmittedMemory;
import io.martech.connect.source.reader.emitted.RowVersion;
import java.time.LocalDateTime;

/**
 * The content of the cursor while windows are read. The stored versions and the unproven seconds belong to this object
 * alone and are mutable; the cursor that they came from is not.
 *
 * @param cutoff where incremental reading begins: everything before is backfill
 * @param first the pass that reads each second when it has settled
 * @param trailing the pass that reads each second again at the age of {@code lookback.ms}
 * @param crowded what the passes have left to the next scan
 * @param scanned what the scan in progress reads
 * @param highestId the highest known id; the probe requests rows beyond it, in case no window returns them
 */
public record WindowState(
        LocalDateTime cutoff,
        PassState first,
        PassState trailing,
        PageSize pageSize,
        EmittedMemory memory,
        UnprovenSeconds unproven,
        CrowdedTimes crowded,
        CrowdedTimes scanned,
        LateArrivals late,
        ClockOffset clock,
        long highestId) {

    /** Key in the cursor: the phase, the text of a {@code Progress.Phase}. */
    public static final String PHASE = "phase";
    /** Key in the cursor: how the history is read, {@link #BY_ID} or {@link #BY_WINDOW}. */
    public static final String METHOD = "method";

    public static final String BY_ID = "id";
    public static final String BY_WINDOW = "window";

    private static final String CUTOFF = "cutoff";
    private static final String FIRST = "read";
    private static final String TRAILING = "trailing";
    private static final String BEGINNING = "windows_from";
    private static final String HIGHEST_ID = "highest_id";

    public static final String CROWDED = "crowded_times";
    public static final String SCANNED = "scanned_times";

    /** Key in the cursor: the time of completeness when the zone came into doubt. */
    public static final String CERTAIN_UP_TO = "certain_up_to";

    public static WindowState from(Cursor cursor) {
        PassState first = PassState.from(cursor, FIRST);
        LocalDateTime cutoff = cursor.time(CUTOFF);
        return new WindowState(
                cutoff == null ? first.upTo() : cutoff,
                first,
                trailingOf(cursor, first),
                PageSize.from(cursor),
                EmittedMemory.from(cursor),
                UnprovenSeconds.from(cursor),
                CrowdedTimes.from(cursor, CROWDED),
                CrowdedTimes.from(cursor, SCANNED),
                LateArrivals.from(cursor),
                ClockOffset.from(cursor),
                cursor.number(HIGHEST_ID, 0));
    }

    /** A user may have moved the first pass back, and omitted the rest. */
    private static PassState trailingOf(Cursor cursor, PassState first) {
        boolean isUsable = cursor.has(TRAILING + "_up_to")
                && !cursor.time(TRAILING + "_up_to").isAfter(first.upTo());
        return isUsable ? PassState.from(cursor, TRAILING) : first;
    }

    /** The cursor of windows that begin at the given time: nothing read yet. */
    public static Cursor beginAt(Cursor cursor, LocalDateTime start, LocalDateTime cutoff) {
        PassState pass = PassState.startingAt(start);
        Cursor here = cursor.with(CUTOFF, cutoff).with(BEGINNING, start);
        return pass.addTo(pass.addTo(here, FIRST), TRAILING);
    }

    /**
     * Where windows began: what lies before was read by id, or is not requested. A user who moves reading back may
     * have omitted it; then it is the progress of the passes.
     */
    public static LocalDateTime beginningOf(Cursor cursor) {
        LocalDateTime beginning = cursor.time(BEGINNING);
        return beginning == null
                ? trailingOf(cursor, PassState.from(cursor, FIRST)).upTo()
                : beginning;
    }

    /** The cursor for this state, without versions that cannot be read again. */
    public Cursor addTo(Cursor cursor) {
        memory.expireBefore(floor(), crowded.with(scanned)::contains);
        memory.expireUntilItFits();
        unproven.forgetBefore(trailing.upTo());
        // Otherwise the beginning would move along with the passes, and no row could be late. It only moves back with
        // them.
        LocalDateTime beginning = beginningOf(cursor);
        Cursor here = cursor.with(BEGINNING, trailing.upTo().isBefore(beginning) ? trailing.upTo() : beginning);
        here = here.with(CUTOFF, here.has(CUTOFF) ? cutoff : null);
        Cursor next = first.addTo(trailing.addTo(here, TRAILING), FIRST).with(HIGHEST_ID, highestId);
        return clock.addTo(late.addTo(
                scanned.addTo(crowded.addTo(unproven.addTo(memory.addTo(pageSize.addTo(next))), CROWDED), SCANNED)));
    }

    public WindowState with(PassState newFirst, PassState newTrailing, PageSize newPageSize) {
        return new WindowState(
                cutoff, newFirst, newTrailing, newPageSize, memory, unproven, crowded, scanned, late, clock, highestId);
    }

    WindowState with(CrowdedTimes newCrowded, CrowdedTimes newScanned) {
        return new WindowState(
                cutoff, first, trailing, pageSize, memory, unproven, newCrowded, newScanned, late, clock, highestId);
    }

    /** Returns a copy with each pass beyond the times that are left to a scan. */
    WindowState beyondCrowdedTimes() {
        CrowdedTimes left = crowded.with(scanned);
        return with(
                first.skippedTo(left.beyond(first.upTo())), trailing.skippedTo(left.beyond(trailing.upTo())), pageSize);
    }

    WindowState withPageSize(PageSize newPageSize) {
        return with(first, trailing, newPageSize);
    }

    public WindowState with(LateArrivals newLate, long newHighestId) {
        return new WindowState(
                cutoff,
                first,
                trailing,
                pageSize,
                memory,
                unproven,
                crowded,
                scanned,
                newLate,
                clock,
                Math.max(highestId, newHighestId));
    }

    WindowState with(ClockOffset newClock) {
        return new WindowState(
                cutoff, first, trailing, pageSize, memory, unproven, crowded, scanned, late, newClock, highestId);
    }

    /** Moves both passes back to that time, unless they have not reached it. */
    WindowState readAgainFrom(LocalDateTime time) {
        return new WindowState(
                cutoff.isAfter(time) ? time : cutoff,
                first.upTo().isAfter(time) ? PassState.startingAt(time) : first,
                trailing.upTo().isAfter(time) ? PassState.startingAt(time) : trailing,
                pageSize,
                memory,
                unproven,
                crowded,
                scanned,
                late,
                clock,
                highestId);
    }

    /**
     * The time of completeness to emit: that of {@link #completeUpTo()}, but null during backfill, and not beyond the
     * time when the zone came into doubt, for as long as it is in doubt. Does not parse the rest of the cursor.
     */
    public static LocalDateTime completeUpTo(Cursor cursor) {
        if (cursor.has(RowsAhead.SINCE)
                || cursor.has(LateArrivals.FAR_LATE_PROBES)
                || ClockOffset.from(cursor).isDoubt()) {
            return cursor.time(CERTAIN_UP_TO);
        }
        PassState first = PassState.from(cursor, FIRST);
        LocalDateTime cutoff = cursor.time(CUTOFF);
        if (cutoff != null && first.upTo().isBefore(cutoff)) {
            return null;
        }
        LocalDateTime passes = earlier(trailingOf(cursor, first).upTo(), first.upTo());
        return earlier(
                CrowdedTimes.from(cursor, SCANNED).start(),
                earlier(CrowdedTimes.from(cursor, CROWDED).start(), passes));
    }

    /** The earlier of two times; the first may be null. */
    private static LocalDateTime earlier(LocalDateTime oneOrNull, LocalDateTime other) {
        return oneOrNull != null && oneOrNull.isBefore(other) ? oneOrNull : other;
    }

    boolean isBackfill() {
        return first.upTo().isBefore(cutoff);
    }

    /** The time before which both passes have read every change. */
    public LocalDateTime completeUpTo() {
        return earlier(scanned.start(), earlier(crowded.start(), earlier(trailing.upTo(), first.upTo())));
    }

    /**
     * Whether the row can be emitted in another way without displacing stored versions that may still be read again.
     */
    public boolean hasRoomToRemember(RowVersion version) {
        boolean isReadAgain =
                version.lastUpdated() != null && !version.lastUpdated().isBefore(floor());
        return !isReadAgain || memory.hasRoomFor(1);
    }

    /** Nothing before it is read again. */
    private LocalDateTime floor() {
        return first.provenUpTo().isBefore(trailing.provenUpTo()) ? first.provenUpTo() : trailing.provenUpTo();
    }

    /** Whether all rows are requested, regardless of age. */
    public static boolean beginsWithHistory(Cursor cursor) {
        return BY_ID.equals(cursor.text(METHOD));
    }
}

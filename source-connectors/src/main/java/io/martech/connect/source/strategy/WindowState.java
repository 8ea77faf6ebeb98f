package io.martech.connect.source.strategy;

import io.martech.connect.source.engine.Position;
import java.time.LocalDateTime;

/**
 * What the position says while windows are read. The memory and the unproven seconds belong to this object alone and may
 * be changed; the position that they came from is not.
 *
 * @param cutoff where incremental reading begins: what lies before is backfill
 * @param first the pass that reads each second when it has settled
 * @param trailing the pass that reads each second again when it is {@code lookback.ms} old
 * @param highestId the highest id seen, from which the probe looks for rows that no window shows
 */
record WindowState(
        LocalDateTime cutoff,
        PassState first,
        PassState trailing,
        PageSize pageSize,
        EmittedMemory memory,
        UnprovenSeconds unproven,
        LateRows late,
        long highestId) {

    private static final String CUTOFF = "cutoff";
    private static final String FIRST = "read";
    private static final String TRAILING = "trailing";
    private static final String BEGINNING = "windows_from";
    private static final String HIGHEST_ID = "highest_id";

    /** What was told complete when the zone came into doubt. */
    static final String CERTAIN_UP_TO = "certain_up_to";

    static WindowState from(Position position) {
        PassState first = PassState.from(position, FIRST);
        LocalDateTime cutoff = position.time(CUTOFF);
        return new WindowState(
                cutoff == null ? first.upTo() : cutoff,
                first,
                trailingOf(position, first),
                PageSize.from(position),
                EmittedMemory.from(position),
                UnprovenSeconds.from(position),
                LateRows.from(position),
                position.number(HIGHEST_ID, 0));
    }

    /** A person may have moved the first pass back, and left out the rest. */
    private static PassState trailingOf(Position position, PassState first) {
        boolean isUsable = position.has(TRAILING + "_up_to")
                && !position.time(TRAILING + "_up_to").isAfter(first.upTo());
        return isUsable ? PassState.from(position, TRAILING) : first;
    }

    /** Where windows begin at the given time: nothing read yet. */
    static Position beginAt(Position position, LocalDateTime start, LocalDateTime cutoff) {
        PassState pass = PassState.startingAt(start);
        Position here = position.with(CUTOFF, cutoff).with(BEGINNING, start);
        return pass.addTo(pass.addTo(here, FIRST), TRAILING);
    }

    /**
     * Where windows began: what lies before was read by id, or is not wanted. A person who moves reading back may have left
     * it out; then it is where the passes stand.
     */
    static LocalDateTime beginningOf(Position position) {
        LocalDateTime beginning = position.time(BEGINNING);
        return beginning == null
                ? trailingOf(position, PassState.from(position, FIRST)).upTo()
                : beginning;
    }

    /** The position after this state; forgets what can no longer be read again. */
    Position addTo(Position position) {
        memory.expireBefore(floor());
        memory.expireUntilItFits();
        unproven.forgetBefore(trailing.upTo());
        // Else the beginning would move along with the passes, and nothing could be late.
        Position here = position.with(BEGINNING, beginningOf(position));
        Position next = first.addTo(trailing.addTo(here, TRAILING), FIRST).with(HIGHEST_ID, highestId);
        return late.addTo(unproven.addTo(memory.addTo(pageSize.addTo(next))));
    }

    WindowState with(PassState newFirst, PassState newTrailing, PageSize newPageSize) {
        return new WindowState(cutoff, newFirst, newTrailing, newPageSize, memory, unproven, late, highestId);
    }

    WindowState withPageSize(PageSize newPageSize) {
        return with(first, trailing, newPageSize);
    }

    WindowState with(LateRows newLate, long newHighestId) {
        return new WindowState(
                cutoff, first, trailing, pageSize, memory, unproven, newLate, Math.max(highestId, newHighestId));
    }

    /**
     * What may be told complete: the same as {@link #completeUpTo()}, but null during backfill, and no further than when the zone
     * came into doubt as long as it is. Does not take the rest of the position apart.
     */
    static LocalDateTime completeUpTo(Position position) {
        if (position.has(RowsAhead.SINCE) || position.has(LateRows.FAR_LATE_PROBES)) {
            return position.time(CERTAIN_UP_TO);
        }
        PassState first = PassState.from(position, FIRST);
        LocalDateTime cutoff = position.time(CUTOFF);
        if (cutoff != null && first.upTo().isBefore(cutoff)) {
            return null;
        }
        PassState trailing = trailingOf(position, first);
        return trailing.upTo().isBefore(first.upTo()) ? trailing.upTo() : first.upTo();
    }

    boolean isBackfill() {
        return first.upTo().isBefore(cutoff);
    }

    /** Every change before it was looked for by both passes. */
    LocalDateTime completeUpTo() {
        return trailing.upTo().isBefore(first.upTo()) ? trailing.upTo() : first.upTo();
    }

    /** Whether the row can be emitted by another way without pushing out of the memory what may still be read again. */
    boolean hasRoomToRemember(RowVersion version) {
        boolean isReadAgain =
                version.lastUpdated() != null && !version.lastUpdated().isBefore(floor());
        return !isReadAgain || memory.hasRoomFor(1);
    }

    /** Nothing before it will be read again. */
    private LocalDateTime floor() {
        return first.provenUpTo().isBefore(trailing.provenUpTo()) ? first.provenUpTo() : trailing.provenUpTo();
    }
}

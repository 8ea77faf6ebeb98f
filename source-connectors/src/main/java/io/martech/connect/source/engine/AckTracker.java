package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.chunk.Reader;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tracks up to which time all changes of one resource are known to be in Kafka: a chunk is complete once all its data
 * records and those of all previous chunks were acknowledged. A producer sends each partition separately, so a record in
 * one topic is no evidence for another. After a lost record nothing later is complete, even after a restart. Thread-safe
 * for the reading thread, the polling thread and the producer's thread.
 */
final class AckTracker {

    /** Key in a cursor: the time up to which everything was complete when a record was lost. */
    static final String HELD = "complete_up_to_held";

    private static final String NEVER = "never";

    private final Deque<InFlight> chunks = new ArrayDeque<>();
    private LocalDateTime completeUpTo;
    private boolean isHeld;

    /**
     * @param completeUpTo the time of the cursor that reading starts from, which Connect stored after its
     *     acknowledgement; null during backfill
     */
    AckTracker(LocalDateTime completeUpTo) {
        this.completeUpTo = completeUpTo;
    }

    /** Restores the state from the cursor that reading starts from. */
    static AckTracker from(Cursor cursor, Reader reader) {
        if (!cursor.has(HELD)) {
            return new AckTracker(reader.completeUpTo(cursor));
        }
        AckTracker held = new AckTracker(NEVER.equals(cursor.text(HELD)) ? null : cursor.time(HELD));
        held.isHeld = true;
        return held;
    }

    /** A chunk whose records are about to be created. */
    InFlight chunk(LocalDateTime chunkCompleteUpTo) {
        return new InFlight(chunkCompleteUpTo);
    }

    /** Adds a chunk after those added before. */
    synchronized void add(InFlight chunk, int dataRecords) {
        chunk.outstanding += dataRecords;
        if (!isHeld) {
            chunks.add(chunk);
            settle();
        }
    }

    /** The time before which every change is readable; null until the backfill has ended. */
    synchronized LocalDateTime completeUpTo() {
        return completeUpTo;
    }

    /** The cursor to store; holds the time of completeness once a record was lost. */
    synchronized Cursor heldIn(Cursor cursor) {
        return isHeld ? cursor.with(HELD, completeUpTo == null ? NEVER : PlatformTime.format(completeUpTo)) : cursor;
    }

    private synchronized void hold() {
        isHeld = true;
        chunks.clear();
    }

    private synchronized void confirmOne(InFlight chunk) {
        chunk.outstanding--;
        settle();
    }

    private void settle() {
        while (!chunks.isEmpty() && chunks.peek().outstanding <= 0) {
            completeUpTo = chunks.poll().completeUpTo;
        }
    }

    /** A chunk whose records are in flight. */
    final class InFlight {

        private final LocalDateTime completeUpTo;
        private int outstanding;

        private InFlight(LocalDateTime completeUpTo) {
            this.completeUpTo = completeUpTo;
        }

        void confirmOne() {
            AckTracker.this.confirmOne(this);
        }

        void lose() {
            hold();
        }
    }
}

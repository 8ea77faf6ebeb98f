package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.chunk.Reader;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Up to where everything of one resource is known to be in Kafka: a chunk counts once all its data records and those of
 * all chunks before were confirmed. A producer sends each partition on its own, so a record in one topic says nothing
 * about another. Once a record was lost, nothing after it is complete, after a restart neither. Safe for use by the thread that reads,
 * the polling thread and the producer's thread.
 */
final class AckTracker {

    /** In a cursor: up to when all was complete when a record was lost. */
    static final String HELD = "complete_up_to_held";

    private static final String NEVER = "never";

    private final Deque<InFlight> chunks = new ArrayDeque<>();
    private LocalDateTime completeUpTo;
    private boolean isHeld;

    /**
     * @param completeUpTo as of the cursor that reading starts from, which Connect stored after it was confirmed; null
     *     during backfill
     */
    AckTracker(LocalDateTime completeUpTo) {
        this.completeUpTo = completeUpTo;
    }

    /** As of a cursor that reading starts from. */
    static AckTracker from(Cursor cursor, Reader reader) {
        if (!cursor.has(HELD)) {
            return new AckTracker(reader.completeUpTo(cursor));
        }
        AckTracker held = new AckTracker(NEVER.equals(cursor.text(HELD)) ? null : cursor.time(HELD));
        held.isHeld = true;
        return held;
    }

    /** A chunk that is about to be made. */
    InFlight chunk(LocalDateTime chunkCompleteUpTo) {
        return new InFlight(chunkCompleteUpTo);
    }

    /** The chunk follows those that were added before. */
    synchronized void add(InFlight chunk, int dataRecords) {
        chunk.outstanding += dataRecords;
        if (!isHeld) {
            chunks.add(chunk);
            settle();
        }
    }

    /** Before which time every change is readable; null until backfill has ended. */
    synchronized LocalDateTime completeUpTo() {
        return completeUpTo;
    }

    /** The cursor as it is to be stored. */
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

    /** A chunk whose records are on their way. */
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

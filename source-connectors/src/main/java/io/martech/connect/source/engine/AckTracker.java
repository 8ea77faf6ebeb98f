package io.martech.connect.source.engine;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Up to where everything of one resource is known to be in Kafka: a chunk counts once all its data records and those of
 * all chunks before were confirmed. A producer sends each partition on its own, so a record in one topic says nothing
 * about another. Safe for use by the polling thread and the producer's thread.
 */
final class AckTracker {

    private final Deque<InFlight> chunks = new ArrayDeque<>();
    private LocalDateTime completeUpTo;

    /**
     * @param completeUpTo as of the cursor that reading starts from, which Connect stored after it was confirmed; null
     *     during backfill
     */
    AckTracker(LocalDateTime completeUpTo) {
        this.completeUpTo = completeUpTo;
    }

    /** A chunk that is about to be sent. */
    synchronized InFlight add(int dataRecords, LocalDateTime chunkCompleteUpTo) {
        InFlight chunk = new InFlight(dataRecords, chunkCompleteUpTo);
        chunks.add(chunk);
        settle();
        return chunk;
    }

    /** Before which time every change is readable; null until backfill has ended. */
    synchronized LocalDateTime completeUpTo() {
        return completeUpTo;
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

        private InFlight(int outstanding, LocalDateTime completeUpTo) {
            this.outstanding = outstanding;
            this.completeUpTo = completeUpTo;
        }

        void confirmOne() {
            AckTracker.this.confirmOne(this);
        }
    }
}

package io.martech.connect.source.engine;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Up to where everything of one resource is known to be in Kafka: a unit counts once all its data records and those of
 * all units before were confirmed. A producer sends each partition on its own, so a record in one topic says nothing
 * about another. Safe for use by the polling thread and the producer's thread.
 */
final class Confirmations {

    private final Deque<InFlight> units = new ArrayDeque<>();
    private LocalDateTime completeUpTo;

    /**
     * @param completeUpTo as of the position that reading starts from, which Connect stored after it was confirmed; null
     *     during backfill
     */
    Confirmations(LocalDateTime completeUpTo) {
        this.completeUpTo = completeUpTo;
    }

    /** A unit that is about to be sent. */
    synchronized InFlight add(int dataRecords, LocalDateTime unitCompleteUpTo) {
        InFlight unit = new InFlight(dataRecords, unitCompleteUpTo);
        units.add(unit);
        settle();
        return unit;
    }

    /** Before which time every change is readable; null until backfill has ended. */
    synchronized LocalDateTime completeUpTo() {
        return completeUpTo;
    }

    private synchronized void confirmOne(InFlight unit) {
        unit.outstanding--;
        settle();
    }

    private void settle() {
        while (!units.isEmpty() && units.peek().outstanding <= 0) {
            completeUpTo = units.poll().completeUpTo;
        }
    }

    /** A unit whose records are on their way. */
    final class InFlight {

        private final LocalDateTime completeUpTo;
        private int outstanding;

        private InFlight(int outstanding, LocalDateTime completeUpTo) {
            this.outstanding = outstanding;
            this.completeUpTo = completeUpTo;
        }

        void confirmOne() {
            Confirmations.this.confirmOne(this);
        }
    }
}

package io.martech.connect.sink.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One item's place in {@link Lanes}: what it waits for, and what waits for it. Guarded by the lanes' lock. */
final class Ticket<T> {

    private final T item;
    final Set<Object> conflicts;
    final Addressee<T> addressee;
    /** Those that follow it may share its batch if theirs is equal. */
    final Object subject;
    /** When it came, in the nanoseconds of the time source. */
    final long arrival;

    final List<Ticket<T>> followers = new ArrayList<>(1);
    /** How many unfinished tickets it waits for. */
    int predecessors;
    /** How many of those are in the batch that {@link #visitedBy} names. */
    int predecessorsInBatch;

    Batch<T> visitedBy;
    boolean isTaken;
    boolean isFinished;
    private volatile boolean isCancelled;

    Ticket(T item, Set<Object> conflicts, Addressee<T> addressee, Object subject, long arrival) {
        this.item = item;
        this.conflicts = conflicts;
        this.addressee = addressee;
        this.subject = subject;
        this.arrival = arrival;
    }

    T item() {
        return item;
    }

    /** Nobody wants it delivered any more. */
    void cancel() {
        isCancelled = true;
    }

    /** May be asked by any thread. */
    boolean isCancelled() {
        return isCancelled;
    }

    boolean isReady() {
        return predecessors == 0 && !isTaken;
    }

    /** It has to wait for an earlier one; once, however many conflicts they share. */
    void follow(Ticket<T> earlier) {
        List<Ticket<T>> others = earlier.followers;
        boolean followsAlready = !others.isEmpty() && others.get(others.size() - 1) == this;
        if (!followsAlready) {
            others.add(this);
            predecessors++;
        }
    }
}

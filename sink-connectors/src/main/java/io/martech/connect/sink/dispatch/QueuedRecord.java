package io.martech.connect.sink.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One item's place in {@link OrderedDispatcher}: what it waits for, and what waits for it. Guarded by the dispatcher' lock. */
public final class QueuedRecord<T> {

    private final T item;
    final Set<Object> conflicts;
    final BatchKey<T> addressee;
    /** Those that follow it may share its batch if theirs is equal. */
    final Object subject;

    /** How large the item is. */
    final long bytes;
    /** When it came, in the nanoseconds of the time source. */
    final long arrival;

    final List<QueuedRecord<T>> followers = new ArrayList<>(1);
    /** How many unfinished tickets it waits for. */
    int predecessors;
    /** How many of those are in the batch that {@link #visitedBy} names. */
    int predecessorsInBatch;

    Batch<T> visitedBy;
    boolean isTaken;
    boolean isFinished;
    private volatile boolean isCancelled;

    QueuedRecord(T item, Set<Object> conflicts, BatchKey<T> addressee, Object subject, long bytes, long arrival) {
        this.item = item;
        this.conflicts = conflicts;
        this.addressee = addressee;
        this.subject = subject;
        this.bytes = bytes;
        this.arrival = arrival;
    }

    public T item() {
        return item;
    }

    /** Nobody wants it delivered any more. */
    void cancel() {
        isCancelled = true;
    }

    /** May be asked by any thread. */
    public boolean isCancelled() {
        return isCancelled;
    }

    boolean isReady() {
        return predecessors == 0 && !isTaken;
    }

    /** It has to wait for an earlier one; once, however many conflicts they share. */
    void follow(QueuedRecord<T> earlier) {
        List<QueuedRecord<T>> others = earlier.followers;
        boolean followsAlready = !others.isEmpty() && others.get(others.size() - 1) == this;
        if (!followsAlready) {
            others.add(this);
            predecessors++;
        }
    }
}

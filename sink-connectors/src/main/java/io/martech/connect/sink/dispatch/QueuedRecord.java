package io.martech.connect.sink.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A record's place in {@link OrderedDispatcher}: its predecessors and its followers. Guarded by the dispatcher's lock.
 */
public final class QueuedRecord<T> {

    private final T item;
    final Set<Object> conflicts;
    final BatchKey<T> batchKey;
    /** The merge key: its followers may share its batch if theirs is equal. */
    final Object mergeKey;

    /** The size of the record in bytes. */
    final long bytes;
    /** The arrival, in nanoseconds of the time source. */
    final long arrival;

    final List<QueuedRecord<T>> followers = new ArrayList<>(1);
    /** The number of unfinished records that it waits for. */
    int predecessors;
    /** The number of those in the batch {@link #visitedBy}. */
    int predecessorsInBatch;

    Batch<T> visitedBy;
    boolean isTaken;
    boolean isFinished;
    private volatile boolean isCancelled;

    QueuedRecord(T item, Set<Object> conflicts, BatchKey<T> batchKey, Object mergeKey, long bytes, long arrival) {
        this.item = item;
        this.conflicts = conflicts;
        this.batchKey = batchKey;
        this.mergeKey = mergeKey;
        this.bytes = bytes;
        this.arrival = arrival;
    }

    public T item() {
        return item;
    }

    /** The record must not be sent any more. */
    void cancel() {
        isCancelled = true;
    }

    /** May be called by any thread. */
    public boolean isCancelled() {
        return isCancelled;
    }

    boolean isReady() {
        return predecessors == 0 && !isTaken;
    }

    /** Waits for an earlier record; once, regardless of how many conflict keys they share. */
    void follow(QueuedRecord<T> earlier) {
        List<QueuedRecord<T>> others = earlier.followers;
        boolean followsAlready = !others.isEmpty() && others.get(others.size() - 1) == this;
        if (!followsAlready) {
            others.add(this);
            predecessors++;
        }
    }
}

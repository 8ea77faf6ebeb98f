package io.martech.connect.sink.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;

/** The records not yet taken that may share a request. Guarded by the dispatcher's lock. */
final class BatchKey<T> {

    final Object name;
    /** Records without a predecessor, oldest first. */
    final Deque<QueuedRecord<T>> ready = new ArrayDeque<>();
    /** The number of records not yet taken, with or without a predecessor. */
    int untaken;

    /** Their size in bytes. */
    long untakenBytes;
    /** Whether it is in the queue of batches that may be sent now. */
    boolean isDue;
    /** Whether it is in the queue of batches that linger. */
    boolean isLingering;

    BatchKey(Object name) {
        this.name = name;
    }
}

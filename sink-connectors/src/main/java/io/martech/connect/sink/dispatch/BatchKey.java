package io.martech.connect.sink.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;

/** Everything not yet taken that may share a request. Guarded by the dispatcher' lock. */
final class BatchKey<T> {

    final Object name;
    /** Tickets that wait for nobody, oldest first. */
    final Deque<QueuedRecord<T>> ready = new ArrayDeque<>();
    /** Tickets not yet taken, ready or not. */
    int untaken;

    /** Their size. */
    long untakenBytes;
    /** Whether it stands in the queue of those that may leave now. */
    boolean isDue;
    /** Whether it stands in the queue of those that linger for company. */
    boolean isLingering;

    BatchKey(Object name) {
        this.name = name;
    }
}

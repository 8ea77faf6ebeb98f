package io.martech.connect.sink.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/** Everything not yet taken that may share a request. Guarded by the lanes' lock. */
final class Addressee<T> {

    final Object name;
    /** Tickets that wait for nobody, oldest first. */
    final Deque<Ticket<T>> ready = new ArrayDeque<>();
    /** Tickets not yet taken, ready or not. */
    int untaken;
    /** Whether it stands in the queue of those that may leave now. */
    boolean isDue;
    /** Whether it stands in the queue of those that linger for company. */
    boolean isLingering;

    Addressee(Object name) {
        this.name = name;
    }
}

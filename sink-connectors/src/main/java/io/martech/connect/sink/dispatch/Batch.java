package io.martech.connect.sink.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Tickets taken together: one request, and one of the requests in flight until it is released. */
public final class Batch<T> {

    private final List<QueuedRecord<T>> tickets = new ArrayList<>(1);

    /** In the order in which they must reach the platform. */
    public List<QueuedRecord<T>> tickets() {
        return tickets;
    }

    void add(QueuedRecord<T> ticket) {
        tickets.add(ticket);
    }

    public int size() {
        return tickets.size();
    }

    public boolean holdsAny(Predicate<? super T> watched) {
        return tickets.stream().map(QueuedRecord::item).anyMatch(watched);
    }
}

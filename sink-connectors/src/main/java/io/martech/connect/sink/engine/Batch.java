package io.martech.connect.sink.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Tickets taken together: one request, and one of the requests in flight until it is released. */
final class Batch<T> {

    private final List<Ticket<T>> tickets = new ArrayList<>(1);

    /** In the order in which they must reach the platform. */
    List<Ticket<T>> tickets() {
        return tickets;
    }

    void add(Ticket<T> ticket) {
        tickets.add(ticket);
    }

    int size() {
        return tickets.size();
    }

    boolean holdsAny(Predicate<? super T> watched) {
        return tickets.stream().map(Ticket::item).anyMatch(watched);
    }
}

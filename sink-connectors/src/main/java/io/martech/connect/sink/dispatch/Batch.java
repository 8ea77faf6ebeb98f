package io.martech.connect.sink.dispatch;

import io.martech.connect.client.PlatformException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Tickets taken together. They leave as one request or, where the platform refuses that, as several parts, one after the other. Between
 * two attempts at a part the batch occupies no place in flight. Belongs to the thread that has taken it, but for what the dispatcher guards.
 */
public final class Batch<T> {

    private final List<QueuedRecord<T>> tickets = new ArrayList<>(1);
    private final Deque<List<QueuedRecord<T>>> parts = new ArrayDeque<>(1);
    private Attempts attempts = new Attempts();
    private PlatformException refusal;
    private long bytes;

    /** Not before this time may the next attempt leave. Guarded by the dispatcher's lock. */
    long dueNanos;

    /** Guarded by the dispatcher's lock. */
    boolean isOnTheWire;

    /** In the order in which they must reach the platform. */
    public List<QueuedRecord<T>> tickets() {
        return tickets;
    }

    void add(QueuedRecord<T> ticket) {
        tickets.add(ticket);
        bytes += ticket.bytes;
    }

    public int size() {
        return tickets.size();
    }

    boolean hasRoomFor(QueuedRecord<T> ticket, BatchBounds bounds) {
        return tickets.isEmpty() || (size() < bounds.records() && bytes + ticket.bytes <= bounds.bytes());
    }

    public boolean holdsAny(Predicate<? super T> watched) {
        return tickets.stream().map(QueuedRecord::item).anyMatch(watched);
    }

    /** All are to be sent, as one part. */
    void seal() {
        parts.add(List.copyOf(tickets));
    }

    /** What is to be sent next; null if all is done. */
    public List<QueuedRecord<T>> part() {
        return parts.peek();
    }

    /** What happened to the part that is to be sent next. */
    public Attempts attempts() {
        return attempts;
    }

    public void partIsDone() {
        parts.poll();
        attempts = new Attempts();
    }

    /** Of the part that is to be sent next, the first half is. */
    public void splitPart() {
        List<QueuedRecord<T>> part = parts.poll();
        int middle = part.size() / 2;
        parts.addFirst(part.subList(middle, part.size()));
        parts.addFirst(part.subList(0, middle));
        attempts = new Attempts();
    }

    /** Why the whole was refused; null if it was not. */
    public PlatformException refusal() {
        return refusal;
    }

    public void refusedBy(PlatformException reason) {
        refusal = reason;
    }
}

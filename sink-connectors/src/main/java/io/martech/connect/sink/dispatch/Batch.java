package io.martech.connect.sink.dispatch;

import io.martech.connect.client.PlatformException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Queued records that were taken together. They are sent as one request or, if the platform rejects that, in several
 * parts, one after the other. Between two attempts at a part the batch does not use up the in-flight limit. Owned by the
 * thread that took it, except for the fields guarded by the dispatcher's lock.
 */
public final class Batch<T> {

    private final List<QueuedRecord<T>> tickets = new ArrayList<>(1);
    private final Deque<List<QueuedRecord<T>>> parts = new ArrayDeque<>(1);
    private Attempts attempts = new Attempts();
    private PlatformException refusal;
    private long bytes;

    /** The earliest time of the next attempt. Guarded by the dispatcher's lock. */
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

    /** Complete: all its records are to be sent, as one part. */
    void seal() {
        parts.add(List.copyOf(tickets));
    }

    /** The part to be sent next; null if all are done. */
    public List<QueuedRecord<T>> part() {
        return parts.peek();
    }

    /** The attempts at the part to be sent next. */
    public Attempts attempts() {
        return attempts;
    }

    public void partIsDone() {
        parts.poll();
        attempts = new Attempts();
    }

    /** Splits the part to be sent next: its first half is then next. */
    public void splitPart() {
        List<QueuedRecord<T>> part = parts.poll();
        int middle = part.size() / 2;
        parts.addFirst(part.subList(middle, part.size()));
        parts.addFirst(part.subList(0, middle));
        attempts = new Attempts();
    }

    /** Why the whole batch was rejected; null if it was not. */
    public PlatformException refusal() {
        return refusal;
    }

    public void refusedBy(PlatformException reason) {
        refusal = reason;
    }
}

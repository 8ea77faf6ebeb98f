package io.martech.connect.sink.engine;

import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows which batch leaves next: the one that may leave longest. An item that waits for nobody may linger a while, so that
 * others with the same addressee can join it; a full batch leaves at once. Guarded by the lanes' lock.
 */
final class Departures<T> {

    private final int batchSize;
    private final long lingerNanos;
    private final TimeSource time;
    private final Map<Object, Addressee<T>> addressees = new HashMap<>();
    private final Deque<Addressee<T>> due = new ArrayDeque<>();
    private final Deque<Addressee<T>> lingering = new ArrayDeque<>();

    Departures(int batchSize, Duration linger, TimeSource time) {
        this.batchSize = batchSize;
        this.lingerNanos = linger.toNanos();
        this.time = time;
    }

    Addressee<T> addressee(Object name) {
        Addressee<T> addressee = addressees.computeIfAbsent(name, Addressee::new);
        addressee.untaken++;
        return addressee;
    }

    /** One more ticket waits for nobody. */
    void ready(Ticket<T> ticket) {
        ticket.addressee.ready.add(ticket);
        enqueue(ticket.addressee);
    }

    /** One more ticket came, which may make a batch full. */
    void joined(Ticket<T> ticket) {
        if (ticket.addressee.untaken >= batchSize) {
            enqueue(ticket.addressee);
        }
    }

    /** The ticket leaves the queue without being sent. */
    void drop(Ticket<T> ticket) {
        ticket.addressee.ready.remove(ticket);
        markTaken(ticket);
    }

    boolean someAreDue() {
        moveExpired();
        return !due.isEmpty();
    }

    boolean someLinger() {
        return !lingering.isEmpty();
    }

    /** Nanoseconds until the first that lingers is due; asked only if some linger and none is due. */
    long untilNextIsDue() {
        return remainingLinger(lingering.peek().ready.peek());
    }

    /** Fills the next batch; it is empty if everything that it would have held was dropped. */
    Batch<T> next() {
        Addressee<T> addressee = due.poll();
        addressee.isDue = false;
        Batch<T> batch = new Batch<>();
        while (batch.size() < batchSize && !addressee.ready.isEmpty()) {
            take(addressee.ready.poll(), batch);
        }
        for (int index = 0; index < batch.size() && batch.size() < batchSize; index++) {
            takeFollowers(batch.tickets().get(index), batch);
        }
        enqueue(addressee);
        return batch;
    }

    // A follower may join if everything that it waits for is in this very batch, and speaks of the same subject:
    // nothing can
    // come between them.
    private void takeFollowers(Ticket<T> taken, Batch<T> batch) {
        for (Ticket<T> follower : taken.followers) {
            if (follower.visitedBy != batch) {
                follower.visitedBy = batch;
                follower.predecessorsInBatch = 0;
            }
            if (follower.subject.equals(taken.subject)) {
                follower.predecessorsInBatch++;
            }
            boolean mayJoin = follower.predecessorsInBatch == follower.predecessors
                    && follower.addressee == taken.addressee
                    && !follower.isCancelled();
            if (mayJoin && batch.size() < batchSize) {
                take(follower, batch);
            }
        }
    }

    private void take(Ticket<T> ticket, Batch<T> batch) {
        batch.add(ticket);
        markTaken(ticket);
    }

    private void markTaken(Ticket<T> ticket) {
        ticket.isTaken = true;
        ticket.addressee.untaken--;
        if (ticket.addressee.untaken == 0) {
            addressees.remove(ticket.addressee.name);
        }
    }

    private void enqueue(Addressee<T> addressee) {
        Ticket<T> oldest = addressee.ready.peek();
        if (oldest == null || addressee.isDue) {
            return;
        }
        if (addressee.untaken >= batchSize || hasLingered(oldest)) {
            addressee.isDue = true;
            due.add(addressee);
        } else if (!addressee.isLingering) {
            addressee.isLingering = true;
            lingering.add(addressee);
        }
    }

    private void moveExpired() {
        while (!lingering.isEmpty()) {
            Addressee<T> first = lingering.peek();
            Ticket<T> oldest = first.ready.peek();
            if (oldest != null && !first.isDue && !hasLingered(oldest)) {
                return;
            }
            lingering.poll();
            first.isLingering = false;
            enqueue(first);
        }
    }

    private boolean hasLingered(Ticket<T> ticket) {
        return lingerNanos == 0 || remainingLinger(ticket) <= 0;
    }

    private long remainingLinger(Ticket<T> ticket) {
        return lingerNanos - (time.nanoTime() - ticket.arrival);
    }
}

package io.martech.connect.sink.dispatch;

import io.martech.connect.client.TimeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Selects the next batch: the one that has been ready the longest. A record with no predecessor may linger for a while,
 * so that others with the same batch key can join it; a full batch is ready at once. Guarded by the dispatcher's lock.
 */
final class BatchAccumulator<T> {

    private final BatchBounds bounds;
    private final long lingerNanos;
    private final TimeSource time;
    private final Map<Object, BatchKey<T>> addressees = new HashMap<>();
    private final Deque<BatchKey<T>> due = new ArrayDeque<>();
    private final Deque<BatchKey<T>> lingering = new ArrayDeque<>();

    BatchAccumulator(BatchBounds bounds, TimeSource time) {
        this.bounds = bounds;
        this.lingerNanos = bounds.linger().toNanos();
        this.time = time;
    }

    BatchKey<T> addressee(Object name, long bytes) {
        BatchKey<T> addressee = addressees.computeIfAbsent(name, BatchKey::new);
        addressee.untaken++;
        addressee.untakenBytes += bytes;
        return addressee;
    }

    /** The record waits for no other any more. */
    void ready(QueuedRecord<T> ticket) {
        ticket.addressee.ready.add(ticket);
        enqueue(ticket.addressee);
    }

    /** The record was added, which may fill a batch. */
    void joined(QueuedRecord<T> ticket) {
        if (isFull(ticket.addressee)) {
            enqueue(ticket.addressee);
        }
    }

    /** Removes the record from the queue without sending it. */
    void drop(QueuedRecord<T> ticket) {
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

    /** When the first lingering batch is due, on the monotonic clock; call only if some linger and none is due. */
    long dueNanos() {
        return lingering.peek().ready.peek().arrival + lingerNanos;
    }

    /** Fills the next batch; it is empty if all its records were dropped. */
    Batch<T> next() {
        BatchKey<T> addressee = due.poll();
        addressee.isDue = false;
        Batch<T> batch = new Batch<>();
        while (!addressee.ready.isEmpty() && batch.hasRoomFor(addressee.ready.peek(), bounds)) {
            take(addressee.ready.poll(), batch);
        }
        for (int index = 0; index < batch.size() && batch.size() < bounds.records(); index++) {
            takeFollowers(batch.tickets().get(index), batch);
        }
        enqueue(addressee);
        batch.seal();
        return batch;
    }

    // A follower may join if all its predecessors are in this very batch and have the same merge key: nothing can come
    // between them.
    private void takeFollowers(QueuedRecord<T> taken, Batch<T> batch) {
        for (QueuedRecord<T> follower : taken.followers) {
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
            if (mayJoin && batch.hasRoomFor(follower, bounds)) {
                take(follower, batch);
            }
        }
    }

    private void take(QueuedRecord<T> ticket, Batch<T> batch) {
        batch.add(ticket);
        markTaken(ticket);
    }

    private void markTaken(QueuedRecord<T> ticket) {
        ticket.isTaken = true;
        ticket.addressee.untaken--;
        ticket.addressee.untakenBytes -= ticket.bytes;
        if (ticket.addressee.untaken == 0) {
            addressees.remove(ticket.addressee.name);
        }
    }

    private void enqueue(BatchKey<T> addressee) {
        QueuedRecord<T> oldest = addressee.ready.peek();
        if (oldest == null || addressee.isDue) {
            return;
        }
        if (isFull(addressee) || hasLingered(oldest)) {
            addressee.isDue = true;
            due.add(addressee);
        } else if (!addressee.isLingering) {
            addressee.isLingering = true;
            lingering.add(addressee);
        }
    }

    private boolean isFull(BatchKey<T> addressee) {
        return addressee.untaken >= bounds.records() || addressee.untakenBytes >= bounds.bytes();
    }

    private void moveExpired() {
        while (!lingering.isEmpty()) {
            BatchKey<T> first = lingering.peek();
            QueuedRecord<T> oldest = first.ready.peek();
            if (oldest != null && !first.isDue && !hasLingered(oldest)) {
                return;
            }
            lingering.poll();
            first.isLingering = false;
            enqueue(first);
        }
    }

    private boolean hasLingered(QueuedRecord<T> ticket) {
        return lingerNanos == 0 || remainingLinger(ticket) <= 0;
    }

    private long remainingLinger(QueuedRecord<T> ticket) {
        return lingerNanos - (time.nanoTime() - ticket.arrival);
    }
}

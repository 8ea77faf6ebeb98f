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
    private final Map<Object, BatchKey<T>> batchKeys = new HashMap<>();
    private final Deque<BatchKey<T>> due = new ArrayDeque<>();
    private final Deque<BatchKey<T>> lingering = new ArrayDeque<>();

    BatchAccumulator(BatchBounds bounds, TimeSource time) {
        this.bounds = bounds;
        this.lingerNanos = bounds.linger().toNanos();
        this.time = time;
    }

    BatchKey<T> batchKey(Object name, long bytes) {
        BatchKey<T> batchKey = batchKeys.computeIfAbsent(name, BatchKey::new);
        batchKey.untaken++;
        batchKey.untakenBytes += bytes;
        return batchKey;
    }

    /** The record waits for no other any more. */
    void ready(QueuedRecord<T> ticket) {
        ticket.batchKey.ready.add(ticket);
        enqueue(ticket.batchKey);
    }

    /** The record was added, which may fill a batch. */
    void joined(QueuedRecord<T> ticket) {
        if (isFull(ticket.batchKey)) {
            enqueue(ticket.batchKey);
        }
    }

    /** Removes the record from the queue without sending it. */
    void drop(QueuedRecord<T> ticket) {
        ticket.batchKey.ready.remove(ticket);
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
        BatchKey<T> batchKey = due.poll();
        batchKey.isDue = false;
        Batch<T> batch = new Batch<>();
        while (!batchKey.ready.isEmpty() && batch.hasRoomFor(batchKey.ready.peek(), bounds)) {
            take(batchKey.ready.poll(), batch);
        }
        for (int index = 0; index < batch.size() && batch.size() < bounds.records(); index++) {
            takeFollowers(batch.tickets().get(index), batch);
        }
        enqueue(batchKey);
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
            if (follower.mergeKey.equals(taken.mergeKey)) {
                follower.predecessorsInBatch++;
            }
            boolean mayJoin = follower.predecessorsInBatch == follower.predecessors
                    && follower.batchKey == taken.batchKey
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
        ticket.batchKey.untaken--;
        ticket.batchKey.untakenBytes -= ticket.bytes;
        if (ticket.batchKey.untaken == 0) {
            batchKeys.remove(ticket.batchKey.name);
        }
    }

    private void enqueue(BatchKey<T> batchKey) {
        QueuedRecord<T> oldest = batchKey.ready.peek();
        if (oldest == null || batchKey.isDue) {
            return;
        }
        if (isFull(batchKey) || hasLingered(oldest)) {
            batchKey.isDue = true;
            due.add(batchKey);
        } else if (!batchKey.isLingering) {
            batchKey.isLingering = true;
            lingering.add(batchKey);
        }
    }

    private boolean isFull(BatchKey<T> batchKey) {
        return batchKey.untaken >= bounds.records() || batchKey.untakenBytes >= bounds.bytes();
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

package io.martech.connect.sink.dispatch;

import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/**
 * Decides what may be sent next: a limited number of batches in flight, never two that conflict, and conflicting records
 * in order.
 *
 * <p>Two records conflict if they share any conflict key. A record waits for every earlier unfinished one that it
 * conflicts with, so the order along a key is the order of arrival, regardless of other keys. Records share a batch only
 * if their batch keys are equal and nothing outside the batch must come between them; conflicting records only if their
 * merge keys are equal too.
 *
 * <p>A batch whose request failed may be retried later: until then it does not use up the in-flight limit, and its
 * records still block those that conflict with them.
 *
 * <p>Adding, taking and finishing cost a few map operations per conflict key, regardless of the queue's length.
 * Thread-safe.
 */
public final class OrderedDispatcher<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition workAppeared = lock.newCondition();
    private final Condition leftTheWire = lock.newCondition();
    private final IntSupplier inFlightLimit;
    private final BooleanSupplier mayLeave;
    private final TimeSource time;
    private final ConflictOrder<T> order = new ConflictOrder<>();
    private final BatchAccumulator<T> accumulator;
    private final Set<QueuedRecord<T>> unfinished = new LinkedHashSet<>();
    private final Set<Batch<T>> inFlight = new HashSet<>();
    private final PriorityQueue<Batch<T>> inBackOff =
            new PriorityQueue<>((one, other) -> Long.signum(one.dueNanos - other.dueNanos));
    private long bytes;
    private boolean someoneWatchesTheClock;

    /** Until when, on the monotonic clock. */
    private long watchedNanos;

    private boolean halted;
    private boolean closed;

    /**
     * @param inFlightLimit read on each use: the maximum number of batches in flight
     * @param mayLeave read on each use: whether anything may be sent at all; {@link #mayLeaveAgain()} ends the wait
     * @param bounds how much a batch may hold, and how long a ready record may wait for others to join it
     */
    public OrderedDispatcher(IntSupplier inFlightLimit, BooleanSupplier mayLeave, BatchBounds bounds, TimeSource time) {
        this.inFlightLimit = inFlightLimit;
        this.mayLeave = mayLeave;
        this.time = time;
        this.accumulator = new BatchAccumulator<>(bounds, time);
    }

    /**
     * Queues a record behind all those that it conflicts with.
     *
     * @param mergeKey the merge key: conflicting records share a batch only if their merge keys are equal
     * @param size the record's size in bytes
     */
    public void add(T item, Set<Object> conflicts, Object batchKey, Object mergeKey, long size) {
        lock.lock();
        try {
            QueuedRecord<T> ticket = new QueuedRecord<>(
                    item, conflicts, accumulator.batchKey(batchKey, size), mergeKey, size, time.nanoTime());
            bytes += size;
            order.enter(ticket);
            unfinished.add(ticket);
            if (ticket.isReady()) {
                accumulator.ready(ticket);
            } else {
                accumulator.joined(ticket);
            }
            workAppeared.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the next batch that may be sent.
     *
     * @return the batch, or null once the dispatcher is closed
     */
    public Batch<T> take() {
        lock.lock();
        try {
            while (!closed) {
                boolean someAreDue = someAreDue();
                if (!someAreDue || !mayAnotherLeave()) {
                    awaitWork(someAreDue);
                    continue;
                }
                Batch<T> batch = isRetryDue() ? inBackOff.poll() : accumulator.next();
                if (batch.size() > 0) {
                    inFlight.add(batch);
                    wakeAnotherIfThereIsMore();
                    return batch;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@link #take()} would return at once. */
    boolean hasSomethingToTake() {
        lock.lock();
        try {
            return mayTake();
        } finally {
            lock.unlock();
        }
    }

    /** The record is finished: those that were waiting for it need not wait any longer. */
    public void finish(QueuedRecord<T> ticket) {
        lock.lock();
        try {
            finishWithCancelledFollowers(ticket);
        } finally {
            lock.unlock();
        }
    }

    /** The batch is done: another may be sent. Does not finish its records. */
    public void release(Batch<T> batch) {
        lock.lock();
        try {
            inFlight.remove(batch);
            workAppeared.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The batch is handed out again after this delay; another may be sent meanwhile. */
    public void retryAfter(Batch<T> batch, Duration delay) {
        lock.lock();
        try {
            inFlight.remove(batch);
            batch.dueNanos = time.nanoTime() + delay.toNanos();
            inBackOff.add(batch);
            workAppeared.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Announces that a request of the batch is about to be sent.
     *
     * @return false if it must not be sent: one of its records was cancelled, or nothing may be sent at all
     */
    public boolean enterWire(Batch<T> batch) {
        lock.lock();
        try {
            boolean isUnwanted = batch.part().stream().anyMatch(ticket -> ticket.isCancelled() && !ticket.isFinished);
            batch.isOnTheWire = !isUnwanted && !halted && mayLeave.getAsBoolean();
            return batch.isOnTheWire;
        } finally {
            lock.unlock();
        }
    }

    public void leaveWire(Batch<T> batch) {
        lock.lock();
        try {
            batch.isOnTheWire = false;
            leftTheWire.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public boolean isOnTheWire(Batch<T> batch) {
        lock.lock();
        try {
            return batch.isOnTheWire;
        } finally {
            lock.unlock();
        }
    }

    /** The result of {@code mayLeave} may have become true. */
    public void mayLeaveAgain() {
        lock.lock();
        try {
            workAppeared.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Drops the queued records that match, and marks those in flight as cancelled. */
    public void cancel(Predicate<? super T> unwanted) {
        lock.lock();
        try {
            List<QueuedRecord<T>> cancelled = unfinished.stream()
                    .filter(ticket -> unwanted.test(ticket.item()))
                    .toList();
            cancelled.forEach(QueuedRecord::cancel);
            // One with predecessors keeps its place until they are finished, so that its followers keep theirs.
            cancelled.stream().filter(QueuedRecord::isReady).toList().forEach(ticket -> {
                accumulator.drop(ticket);
                finishWithCancelledFollowers(ticket);
            });
            hurryCancelled();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no request with such a record is being sent; returns whether that happened in time. */
    public boolean awaitNoneOnTheWire(Predicate<? super T> watched, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (inFlight.stream().anyMatch(batch -> batch.isOnTheWire && batch.holdsAny(watched))) {
                if (left <= 0) {
                    return false;
                }
                left = leftTheWire.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The number of unfinished records, queued or in flight. */
    public int size() {
        lock.lock();
        try {
            return unfinished.size();
        } finally {
            lock.unlock();
        }
    }

    /** The size of all unfinished records in bytes. */
    public long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    /** Hands out nothing more, since the task is about to fail. */
    public void halt() {
        lock.lock();
        try {
            halted = true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends every {@link #take()} permanently. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            workAppeared.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A batch in back-off with a cancelled record is handed out at once, so that it no longer blocks others. */
    private void hurryCancelled() {
        List<Batch<T>> waiting = inBackOff.stream()
                .filter(batch -> batch.tickets().stream().anyMatch(QueuedRecord::isCancelled))
                .toList();
        inBackOff.removeAll(waiting);
        waiting.forEach(batch -> batch.dueNanos = time.nanoTime());
        inBackOff.addAll(waiting);
        workAppeared.signalAll();
    }

    private boolean mayTake() {
        return someAreDue() && mayAnotherLeave();
    }

    private boolean mayAnotherLeave() {
        return !halted && mayLeave.getAsBoolean() && inFlight.size() < inFlightLimit.getAsInt();
    }

    private boolean someAreDue() {
        return isRetryDue() || accumulator.someAreDue();
    }

    private boolean isRetryDue() {
        return !inBackOff.isEmpty() && inBackOff.peek().dueNanos - time.nanoTime() <= 0;
    }

    private void wakeAnotherIfThereIsMore() {
        if (accumulator.someLinger() || !inBackOff.isEmpty() || mayTake()) {
            workAppeared.signal();
        }
    }

    // One thread waits with a timeout for the next batch that lingers or backs off; the others wait until they are
    // signalled. Which of them a signal reaches is not known, so one that finds a batch due earlier waits with a
    // timeout, too. The state passed in is not evaluated again: a batch that became due in between would be waited for
    // by no thread.
    private void awaitWork(boolean someAreDue) {
        boolean nothingToWatch = halted || someAreDue || (!accumulator.someLinger() && inBackOff.isEmpty());
        try {
            if (nothingToWatch || (someoneWatchesTheClock && watchedNanos - nextDueNanos() <= 0)) {
                workAppeared.await();
                return;
            }
            long next = nextDueNanos();
            someoneWatchesTheClock = true;
            watchedNanos = next;
            try {
                workAppeared.await(next - time.nanoTime(), TimeUnit.NANOSECONDS);
            } finally {
                someoneWatchesTheClock &= watchedNanos != next;
            }
        } catch (InterruptedException meantForTheLastBatch) {
            // The interrupt was meant for a call that has been cancelled; this thread has returned from that call
            // already.
        }
    }

    private long nextDueNanos() {
        if (!accumulator.someLinger()) {
            return inBackOff.peek().dueNanos;
        }
        long lingers = accumulator.dueNanos();
        return inBackOff.isEmpty() || lingers - inBackOff.peek().dueNanos <= 0 ? lingers : inBackOff.peek().dueNanos;
    }

    private void finishWithCancelledFollowers(QueuedRecord<T> first) {
        Deque<QueuedRecord<T>> finishing = new ArrayDeque<>();
        finishing.add(first);
        while (!finishing.isEmpty()) {
            QueuedRecord<T> ticket = finishing.poll();
            if (ticket.isFinished) {
                continue;
            }
            ticket.isFinished = true;
            unfinished.remove(ticket);
            bytes -= ticket.bytes;
            for (QueuedRecord<T> freed : order.leave(ticket)) {
                if (freed.isCancelled()) {
                    accumulator.drop(freed);
                    finishing.add(freed);
                } else {
                    accumulator.ready(freed);
                    workAppeared.signal();
                }
            }
        }
    }
}

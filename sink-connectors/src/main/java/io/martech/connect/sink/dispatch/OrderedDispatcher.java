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
 * Decides what may be sent next: at most so many requests in flight, never two that conflict, and in order within a
 * conflict.
 *
 * <p>Two items conflict if they share any conflict key. An item waits for every earlier unfinished one that it conflicts
 * with, so the order along a key is the order of arrival, whatever other keys the items have. Items share a batch only if
 * they have equal addressees and nothing outside the batch must come between them; those that conflict only if their
 * subjects are equal too.
 *
 * <p>A batch whose request failed may be sent again later: until then it occupies no place in flight, and what it holds still
 * holds up what conflicts with it.
 *
 * <p>Adding, taking and finishing cost a few map operations per conflict key, however long the queue. Safe for use by many
 * threads.
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
    private boolean halted;
    private boolean closed;

    /**
     * @param inFlightLimit asked each time: how many batches may be out at once
     * @param mayLeave asked each time: whether anything may leave at all; {@link #mayLeaveAgain()} ends the wait
     * @param bounds how much a batch may hold, and how long an item that could go may wait for others to join it
     */
    public OrderedDispatcher(IntSupplier inFlightLimit, BooleanSupplier mayLeave, BatchBounds bounds, TimeSource time) {
        this.inFlightLimit = inFlightLimit;
        this.mayLeave = mayLeave;
        this.time = time;
        this.accumulator = new BatchAccumulator<>(bounds, time);
    }

    /**
     * Queues an item behind everything that it conflicts with.
     *
     * @param subject it shares a batch with an item that it conflicts with only if their subjects are equal
     * @param size of the item, in bytes
     */
    public void add(T item, Set<Object> conflicts, Object addressee, Object subject, long size) {
        lock.lock();
        try {
            QueuedRecord<T> ticket = new QueuedRecord<>(
                    item, conflicts, accumulator.addressee(addressee, size), subject, size, time.nanoTime());
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
     * @return the batch, or null once the dispatcher are closed
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

    /** What waited for this ticket need not wait for it any longer. */
    public void finish(QueuedRecord<T> ticket) {
        lock.lock();
        try {
            finishWithCancelledFollowers(ticket);
        } finally {
            lock.unlock();
        }
    }

    /** The batch is over: another may leave. Says nothing about its tickets. */
    public void release(Batch<T> batch) {
        lock.lock();
        try {
            inFlight.remove(batch);
            workAppeared.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The batch is handed out again after that time, and another may leave meanwhile. */
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
     * A request of the batch is about to leave.
     *
     * @return false if it must not: something that it holds was cancelled, or nothing may leave at all
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

    /** What {@code mayLeave} says may have become true. */
    public void mayLeaveAgain() {
        lock.lock();
        try {
            workAppeared.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Drops what is queued of these items, and marks what is in flight as unwanted. */
    public void cancel(Predicate<? super T> unwanted) {
        lock.lock();
        try {
            List<QueuedRecord<T>> cancelled = unfinished.stream()
                    .filter(ticket -> unwanted.test(ticket.item()))
                    .toList();
            cancelled.forEach(QueuedRecord::cancel);
            // One that still waits stays in its place until its turn, so that what follows it keeps its own.
            cancelled.stream().filter(QueuedRecord::isReady).toList().forEach(ticket -> {
                accumulator.drop(ticket);
                finishWithCancelledFollowers(ticket);
            });
            hurryCancelled();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no request with such an item is on the wire; returns whether that happened within the time. */
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

    /** How many items are not finished, queued or in flight. */
    public int size() {
        lock.lock();
        try {
            return unfinished.size();
        } finally {
            lock.unlock();
        }
    }

    /** The size of all items that are not finished. */
    public long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more is handed out, since the task is about to fail. */
    public void halt() {
        lock.lock();
        try {
            halted = true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends every {@link #take()}, for good. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            workAppeared.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What waits for another attempt and was cancelled is handed out at once, so that it holds up nobody any longer. */
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

    // One thread watches the clock for those that linger or back off; the others sleep until there is something to do.
    // Whether
    // some are due is not asked again: what became due a moment ago would be waited for with no one watching.
    private void awaitWork(boolean someAreDue) {
        boolean nothingToWatch = halted || someAreDue || (!accumulator.someLinger() && inBackOff.isEmpty());
        try {
            if (nothingToWatch || someoneWatchesTheClock) {
                workAppeared.await();
                return;
            }
            someoneWatchesTheClock = true;
            try {
                workAppeared.await(untilNextIsDue(), TimeUnit.NANOSECONDS);
            } finally {
                someoneWatchesTheClock = false;
            }
        } catch (InterruptedException meantForTheLastBatch) {
            // An interrupt ends a call that nobody waits for any longer; this thread has come back from it already.
        }
    }

    private long untilNextIsDue() {
        long lingers = accumulator.someLinger() ? accumulator.untilNextIsDue() : Long.MAX_VALUE;
        return inBackOff.isEmpty() ? lingers : Math.min(lingers, inBackOff.peek().dueNanos - time.nanoTime());
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

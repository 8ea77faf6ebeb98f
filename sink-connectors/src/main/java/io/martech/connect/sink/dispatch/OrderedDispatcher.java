package io.martech.connect.sink.dispatch;

import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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
 * <p>Adding, taking and finishing cost a few map operations per conflict key, however long the queue. Safe for use by many
 * threads.
 */
public final class OrderedDispatcher<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition workAppeared = lock.newCondition();
    private final Condition batchReleased = lock.newCondition();

    private final IntSupplier inFlightLimit;
    private final TimeSource time;
    private final ConflictOrder<T> order = new ConflictOrder<>();
    private final BatchAccumulator<T> accumulator;
    private final Set<QueuedRecord<T>> unfinished = new LinkedHashSet<>();
    private final Set<Batch<T>> inFlight = new HashSet<>();
    private boolean someoneWatchesTheClock;
    private boolean halted;
    private boolean closed;

    /**
     * @param inFlightLimit asked each time: how many batches may be out at once
     * @param batchSize how many items a batch may hold
     * @param linger how long an item that could go may wait for others to join it
     */
    public OrderedDispatcher(IntSupplier inFlightLimit, int batchSize, Duration linger, TimeSource time) {
        this.inFlightLimit = inFlightLimit;
        this.time = time;
        this.accumulator = new BatchAccumulator<>(batchSize, linger, time);
    }

    /**
     * Queues an item behind everything that it conflicts with.
     *
     * @param subject it shares a batch with an item that it conflicts with only if their subjects are equal
     */
    public void add(T item, Set<Object> conflicts, Object addressee, Object subject) {
        lock.lock();
        try {
            QueuedRecord<T> ticket =
                    new QueuedRecord<>(item, conflicts, accumulator.addressee(addressee), subject, time.nanoTime());
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
                if (!mayTake()) {
                    awaitWork();
                    continue;
                }
                Batch<T> batch = accumulator.next();
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

    /** The request is over: another may leave. Says nothing about its tickets. */
    public void release(Batch<T> batch) {
        lock.lock();
        try {
            inFlight.remove(batch);
            batchReleased.signalAll();
            workAppeared.signal();
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
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no batch in flight holds such an item; returns whether that happened within the time. */
    public boolean awaitNoneInFlight(Predicate<? super T> watched, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (inFlight.stream().anyMatch(batch -> batch.holdsAny(watched))) {
                if (left <= 0) {
                    return false;
                }
                left = batchReleased.awaitNanos(left);
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

    private boolean mayTake() {
        return !halted && accumulator.someAreDue() && inFlight.size() < inFlightLimit.getAsInt();
    }

    private void wakeAnotherIfThereIsMore() {
        if (accumulator.someLinger() || mayTake()) {
            workAppeared.signal();
        }
    }

    // One thread watches the clock for those that linger; the others sleep until there is something to do.
    private void awaitWork() {
        boolean nothingToWatch = halted || accumulator.someAreDue() || !accumulator.someLinger();
        try {
            if (nothingToWatch || someoneWatchesTheClock) {
                workAppeared.await();
                return;
            }
            someoneWatchesTheClock = true;
            try {
                workAppeared.await(accumulator.untilNextIsDue(), TimeUnit.NANOSECONDS);
            } finally {
                someoneWatchesTheClock = false;
            }
        } catch (InterruptedException meantForTheLastBatch) {
            // An interrupt ends a call that nobody waits for any longer; this thread has come back from it already.
        }
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

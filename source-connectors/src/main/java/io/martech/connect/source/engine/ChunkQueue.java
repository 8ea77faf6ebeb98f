package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Chunk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Passes chunks from the reading threads to the polling thread, in order; bounded by a few chunks per resource and by
 * bytes over all resources, so that the next chunk is read while the last one is produced and memory stays bounded.
 */
final class ChunkQueue {

    private static final int UNITS_AHEAD = 2;

    /** The maximum that one poll returns: one transaction, with exactly-once. A single chunk may be larger. */
    private static final int ROWS_AT_ONCE = Chunk.MAXIMUM_ROWS;

    private static final long BYTES_AT_ONCE = 8L * 1024 * 1024;

    private final MemoryBudget memory;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long bytes;

    /** @param memory bounds the queued chunks; a single chunk may be larger */
    ChunkQueue(MemoryBudget memory) {
        this.memory = memory;
    }

    /** The producer side of the queue for one resource. */
    final class Inlet {

        private int ahead;

        /** Waits until there is memory to read more. */
        void awaitRoom() throws InterruptedException {
            await(() -> bytes < memory.most());
        }

        /** Waits until there is room. */
        void put(ReadChunk chunk) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                await(() -> ahead < UNITS_AHEAD && (bytes == 0 || bytes + chunk.bytes() <= memory.most()));
                ahead++;
                add(new Entry(chunk, this, null));
            } finally {
                lock.unlock();
            }
        }

        /** Everything that was put before is still returned first; then the failure is thrown. */
        void fail(ConnectException failure) {
            add(new Entry(null, this, failure));
        }
    }

    Inlet newInlet() {
        return new Inlet();
    }

    /**
     * All chunks that are ready, as many as one poll may return; none if there are none within the time.
     *
     * @throws ConnectException the failure of a resource, after the chunks before it
     */
    List<ReadChunk> poll(long timeout, TimeUnit chunk) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = chunk.toNanos(timeout);
            while (entries.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (!entries.isEmpty() && entries.peek().failure != null) {
                throw entries.remove().failure;
            }
            return takeReady();
        } finally {
            lock.unlock();
        }
    }

    private List<ReadChunk> takeReady() {
        List<ReadChunk> ready = new ArrayList<>();
        int rows = 0;
        long size = 0;
        while (!entries.isEmpty() && entries.peek().failure == null) {
            ReadChunk next = entries.peek().chunk;
            rows += next.rows();
            size += next.bytes();
            if (!ready.isEmpty() && (rows > ROWS_AT_ONCE || size > BYTES_AT_ONCE)) {
                break;
            }
            entries.remove().inlet.ahead--;
            hold(-next.bytes());
            ready.add(next);
        }
        changed.signalAll();
        return ready;
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!condition.getAsBoolean()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(Entry entry) {
        lock.lock();
        try {
            entries.add(entry);
            hold(entry.chunk == null ? 0 : entry.chunk.bytes());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void hold(long more) {
        bytes += more;
        memory.add(more);
    }

    /** @param failure null for a chunk */
    private record Entry(ReadChunk chunk, Inlet inlet, ConnectException failure) {}
}

package io.martech.connect.source.engine;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Hands chunks from the threads that read to the thread that polls, in order, at most a few of each resource, so that the
 * next is read while the last one is produced and memory stays bounded.
 */
final class ChunkQueue {

    private static final int UNITS_AHEAD = 2;

    private final LinkedBlockingQueue<Object> queue = new LinkedBlockingQueue<>();

    /** The way into the queue for one resource. */
    final class Inlet {

        private final Semaphore room = new Semaphore(UNITS_AHEAD);

        /** Waits until there is room. */
        void put(ReadChunk chunk) throws InterruptedException {
            room.acquire();
            queue.add(new Entry(chunk, room));
        }

        /** All that was put before is still delivered; then the failure is. */
        void fail(ConnectException failure) {
            queue.add(failure);
        }
    }

    Inlet newInlet() {
        return new Inlet();
    }

    /**
     * The next chunk, or null if there is none within the time.
     *
     * @throws ConnectException the failure of a resource, when its turn has come
     */
    ReadChunk poll(long timeout, TimeUnit chunk) throws InterruptedException {
        Object next = queue.poll(timeout, chunk);
        if (next instanceof ConnectException failure) {
            throw failure;
        }
        if (next instanceof Entry entry) {
            entry.room.release();
            return entry.chunk;
        }
        return null;
    }

    private record Entry(ReadChunk chunk, Semaphore room) {}
}

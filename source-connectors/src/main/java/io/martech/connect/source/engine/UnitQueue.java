package io.martech.connect.source.engine;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Hands units from the threads that read to the thread that polls, in order, at most a few of each resource, so that the
 * next is read while the last one is produced and memory stays bounded.
 */
final class UnitQueue {

    private static final int UNITS_AHEAD = 2;

    private final LinkedBlockingQueue<Object> queue = new LinkedBlockingQueue<>();

    /** The way into the queue for one resource. */
    final class Inlet {

        private final Semaphore room = new Semaphore(UNITS_AHEAD);

        /** Waits until there is room. */
        void put(ReadUnit unit) throws InterruptedException {
            room.acquire();
            queue.add(new Entry(unit, room));
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
     * The next unit, or null if there is none within the time.
     *
     * @throws ConnectException the failure of a resource, when its turn has come
     */
    ReadUnit poll(long timeout, TimeUnit unit) throws InterruptedException {
        Object next = queue.poll(timeout, unit);
        if (next instanceof ConnectException failure) {
            throw failure;
        }
        if (next instanceof Entry entry) {
            entry.room.release();
            return entry.unit;
        }
        return null;
    }

    private record Entry(ReadUnit unit, Semaphore room) {}
}

package io.martech.connect.sink.lookup;

import io.martech.connect.client.ClientClosedException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Admits one thread at a time; the others wait interruptibly. */
public final class SingleFlight {

    private final ReentrantLock lock = new ReentrantLock();

    /** @throws ClientClosedException if the thread is interrupted while it waits for its turn */
    public <T> T run(Supplier<T> work) {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClientClosedException("Interrupted while waiting for its turn", interrupted);
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}

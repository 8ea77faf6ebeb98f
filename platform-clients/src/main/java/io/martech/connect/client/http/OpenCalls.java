package io.martech.connect.client.http;

import io.martech.connect.client.ClientClosedException;
import java.util.HashSet;
import java.util.Set;

/**
 * The threads that are inside the client. Everything a call waits for (an answer, a back-off, the quota, another thread's
 * renewal of the token) can be interrupted, so closing is: interrupt every thread inside, and let none in.
 *
 * <p>A thread that was interrupted by closing leaves without the interrupt; one that its owner interrupted keeps it.
 */
public final class OpenCalls {

    private final String platform;
    private final Set<Thread> inside = new HashSet<>();
    private final Set<Thread> wokenByClosing = new HashSet<>();
    private volatile boolean closed;

    public OpenCalls(String platform) {
        this.platform = platform;
    }

    /** @throws ClientClosedException if the client is closed or the thread interrupted, before or meanwhile */
    public <T> T run(InterruptibleCall<T> call) {
        enter();
        try {
            return call.call();
        } catch (InterruptedException woken) {
            throw interrupted(woken);
        } catch (RuntimeException failure) {
            // What failed because everything was being cancelled is no failure of the platform.
            throw closed ? closed(failure) : failure;
        } finally {
            leave();
        }
    }

    /** Wakes everybody, at once. */
    public synchronized void close() {
        closed = true;
        wokenByClosing.addAll(inside);
        inside.forEach(Thread::interrupt);
    }

    private synchronized void enter() {
        if (closed) {
            throw closed(null);
        }
        inside.add(Thread.currentThread());
    }

    private synchronized void leave() {
        inside.remove(Thread.currentThread());
        if (wokenByClosing.remove(Thread.currentThread())) {
            Thread.interrupted();
        }
    }

    private ClientClosedException interrupted(InterruptedException woken) {
        if (closed) {
            return closed(woken);
        }
        Thread.currentThread().interrupt();
        return new ClientClosedException("The call to " + platform + " was interrupted", woken);
    }

    private ClientClosedException closed(Exception cause) {
        return new ClientClosedException("The client of " + platform + " was closed", cause);
    }

    /** Work that waits, and can be interrupted while it does. */
    @FunctionalInterface
    public interface InterruptibleCall<T> {
        T call() throws InterruptedException;
    }
}

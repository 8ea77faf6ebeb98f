package io.martech.connect.client.http;

import io.martech.connect.client.ClientClosedException;
import java.util.HashSet;
import java.util.Set;

/**
 * The threads that are inside the client. Everything a call waits for (a response, a back-off, the rate limit, another
 * thread's token renewal) can be interrupted, so closing interrupts every thread inside and rejects new calls.
 *
 * <p>A thread that was interrupted by closing returns with its interrupt status cleared; one that its owner interrupted
 * keeps it.
 */
public final class OpenCalls {

    private final String platform;
    private final Set<Thread> inside = new HashSet<>();
    private final Set<Thread> wokenByClosing = new HashSet<>();
    private volatile boolean closed;

    public OpenCalls(String platform) {
        this.platform = platform;
    }

    /** @throws ClientClosedException if the client is closed, or the thread interrupted, before or during the call */
    public <T> T run(InterruptibleCall<T> call) {
        enter();
        try {
            return call.call();
        } catch (InterruptedException woken) {
            throw interrupted(woken);
        } catch (RuntimeException failure) {
            // A failure caused by the cancellation says nothing about the platform.
            throw closed ? closed(failure) : failure;
        } finally {
            leave();
        }
    }

    /** Interrupts all threads inside. */
    public synchronized void close() {
        closed = true;
        inside.stream().filter(thread -> !thread.isInterrupted()).forEach(wokenByClosing::add);
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

    /** Work that may wait, and can be interrupted while it does. */
    @FunctionalInterface
    public interface InterruptibleCall<T> {
        T call() throws InterruptedException;
    }
}

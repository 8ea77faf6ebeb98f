package io.martech.connect.sandbox.quickstart;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C, or whatever else asks this process to end. The process ends when this is closed, or too much time has passed. */
final class StopSignal implements AutoCloseable {

    private static final long SECONDS_TO_STOP = 45;

    private final CountDownLatch given = new CountDownLatch(1);
    private final CountDownLatch allIsStopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::holdExit, "quickstart-stop");

    private StopSignal() {}

    /** From now on the process does not end before {@link #close()}. */
    static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    boolean isGiven() {
        return given.getCount() == 0;
    }

    /** Waits, but not longer than until the signal. @return whether it was given */
    boolean isGivenWithin(Duration wait) {
        try {
            return given.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Everything is stopped: the process may end. */
    @Override
    public void close() {
        allIsStopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exitHasBegun) {
            // The hook is running and has just been released.
        }
    }

    private void holdExit() {
        given.countDown();
        try {
            allIsStopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.martech.connect.client;

import java.time.Duration;
import java.time.Instant;

/**
 * The clocks and the sleep that all code here uses, injected so that tests can control time.
 *
 * <p>{@link #nanoTime()} measures intervals only; {@link #now()} is the worker's clock, which may be wrong.
 */
public interface TimeSource {

    /** The worker's clock. */
    Instant now();

    /** Monotonic nanoseconds from an arbitrary origin. */
    long nanoTime();

    /**
     * Waits for the duration; returns at once if it is zero or negative.
     *
     * @throws InterruptedException if the thread is interrupted, as it is when a task stops
     */
    void sleep(Duration duration) throws InterruptedException;

    /** The system clock. */
    static TimeSource system() {
        return SystemTimeSource.INSTANCE;
    }

    enum SystemTimeSource implements TimeSource {
        INSTANCE;

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (duration.compareTo(Duration.ZERO) > 0) {
                Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
            }
        }
    }
}

package io.martech.connect.sink.engine;

import io.martech.connect.client.TimeSource;
import java.time.Duration;

/**
 * Knows whether the framework still calls. A worker that was frozen past its session does not own its partitions any more when it goes
 * on: what it holds would write old values over those of the next owner. So nothing leaves unless the framework has called a moment ago;
 * and after a silence in which it should have called, not before the consumer has had time to learn that it was given up. Safe for use by
 * many threads.
 */
final class FrameworkHeartbeat {

    private static final long SILENCE_NANOS = Duration.ofSeconds(10).toNanos();

    /** Longer than the consumer's heartbeat interval, which is three seconds by default. */
    private static final long DOUBT_NANOS = Duration.ofSeconds(5).toNanos();

    private final TimeSource time;
    private volatile long lastCallNanos;
    private volatile long trustedFromNanos;
    private boolean isExpected;

    FrameworkHeartbeat(TimeSource time) {
        this.time = time;
        this.lastCallNanos = time.nanoTime();
        this.trustedFromNanos = lastCallNanos;
    }

    /**
     * The framework has called. On the task's thread.
     *
     * @return whether something may leave that could not before
     */
    boolean called() {
        long now = time.nanoTime();
        boolean wasSilent = now - lastCallNanos > SILENCE_NANOS;
        boolean wasInDoubt = lastCallNanos - trustedFromNanos < 0;
        if (wasSilent && isExpected) {
            trustedFromNanos = now + DOUBT_NANOS;
        }
        lastCallNanos = now;
        return wasSilent || wasInDoubt;
    }

    /** Whether the framework was asked to call again soon. On the task's thread. */
    void expectCall(boolean expected) {
        isExpected = expected;
    }

    /** Whether requests may leave. */
    boolean isAlive() {
        long now = time.nanoTime();
        return now - lastCallNanos <= SILENCE_NANOS && now - trustedFromNanos >= 0;
    }
}

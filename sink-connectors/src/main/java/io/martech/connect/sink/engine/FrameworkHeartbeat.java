package io.martech.connect.sink.engine;

import io.martech.connect.client.TimeSource;
import java.time.Duration;

/**
 * Detects whether the framework still calls. A worker that was frozen longer than its session timeout no longer owns its
 * partitions when it resumes: its records would overwrite those of the next owner with old values. So nothing is sent
 * unless the framework has called within the last ten seconds; and after a silence in which a call was expected, not
 * before the consumer has had time to learn that it was removed from the group. Thread-safe.
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
     * The framework has called. Belongs to the task's thread.
     *
     * @return whether sending is possible again, or may soon be
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

    /** Whether the framework is expected to call again soon. Belongs to the task's thread. */
    void expectCall(boolean expected) {
        isExpected = expected;
    }

    /** Whether requests may be sent. */
    boolean isAlive() {
        long now = time.nanoTime();
        return now - lastCallNanos <= SILENCE_NANOS && now - trustedFromNanos >= 0;
    }
}

package io.martech.connect.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The time until which the platform asked to be left alone. */
final class PlatformPause {

    private final TimeSource time;
    private final ClientStatistics statistics;
    private final AtomicLong untilNanos;

    PlatformPause(TimeSource time, ClientStatistics statistics) {
        this.time = time;
        this.statistics = statistics;
        this.untilNanos = new AtomicLong(time.nanoTime());
    }

    /** Prolongs the pause; never shortens it. */
    void until(Duration fromNow) {
        long end = time.nanoTime() + fromNow.toNanos();
        untilNanos.accumulateAndGet(end, (a, b) -> a - b > 0 ? a : b);
    }

    /** Returns when the pause is over. */
    void await() throws InterruptedException {
        long left = untilNanos.get() - time.nanoTime();
        while (left > 0) {
            Duration wait = Duration.ofNanos(left);
            statistics.countWait(wait);
            time.sleep(wait);
            left = untilNanos.get() - time.nanoTime();
        }
    }
}

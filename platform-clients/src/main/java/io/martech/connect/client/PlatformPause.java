package io.martech.connect.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time until which the platform asked to be left alone. */
final class PlatformPause {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformPause.class);

    private final TimeSource time;
    private final ClientStatistics statistics;
    private final AtomicLong untilNanos;
    private final AtomicBoolean isTold = new AtomicBoolean();

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

    /** The platform has asked to wait. Told once, however often it asks until it does something again. */
    void askedFor(Duration fromNow, String description) {
        until(fromNow);
        statistics.countPlatformPause();
        if (!isTold.getAndSet(true)) {
            LOG.warn(
                    "{}. All calls of this account wait, at least {} s; nothing is lost, and this is said once.",
                    description,
                    fromNow.toSeconds());
        }
    }

    /** The platform has done what it was asked to. A call that had left before the pause does not end it. */
    void ended() {
        if (isTold.get() && !isOn() && isTold.getAndSet(false)) {
            LOG.info("The calls that had to wait go on.");
        }
    }

    /** Whether calls have to wait now. */
    boolean isOn() {
        return untilNanos.get() - time.nanoTime() > 0;
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

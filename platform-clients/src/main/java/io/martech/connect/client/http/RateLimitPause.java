package io.martech.connect.client.http;

import io.martech.connect.client.ClientStatistics;
import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time until which the platform asked to be left alone. */
public final class RateLimitPause {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimitPause.class);

    private final TimeSource time;
    private final ClientStatistics statistics;
    private final AtomicLong untilNanos;

    /** The end that the log holds; null if no pause was logged since the platform did something. */
    private final AtomicReference<Long> loggedUntilNanos = new AtomicReference<>();

    public RateLimitPause(TimeSource time, ClientStatistics statistics) {
        this.time = time;
        this.statistics = statistics;
        this.untilNanos = new AtomicLong(time.nanoTime());
    }

    /** Prolongs the pause; never shortens it. */
    void until(Duration fromNow) {
        long end = time.nanoTime() + fromNow.toNanos();
        untilNanos.accumulateAndGet(end, (a, b) -> a - b > 0 ? a : b);
    }

    /**
     * The platform has asked to wait. Logged once with the time, and again only if it asks for more than ten minutes beyond that time,
     * however often it asks until it does something again.
     */
    void askedFor(Duration fromNow, String description) {
        until(fromNow);
        statistics.countPlatformPause();
        long end = untilNanos.get();
        Long logged = loggedUntilNanos.get();
        boolean isNews = logged == null || end - logged > Duration.ofMinutes(10).toNanos();
        if (isNews && loggedUntilNanos.compareAndSet(logged, end)) {
            Instant until = time.now().plusNanos(end - time.nanoTime()).truncatedTo(ChronoUnit.SECONDS);
            LOG.warn("{}. All requests of this account are paused until {}; nothing is lost.", description, until);
        }
    }

    /** The platform has done what it was asked to. A call that had left before the pause does not end it. */
    void ended() {
        if (loggedUntilNanos.get() != null && !isOn() && loggedUntilNanos.getAndSet(null) != null) {
            LOG.info("Rate-limit pause is over; resuming requests.");
        }
    }

    /** Whether calls have to wait now. */
    public boolean isOn() {
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

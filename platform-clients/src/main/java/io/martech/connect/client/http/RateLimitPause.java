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

/** The time until which the platform asked for a pause. */
public final class RateLimitPause {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimitPause.class);

    private final TimeSource time;
    private final ClientStatistics statistics;
    private final AtomicLong untilNanos;

    /** The end of the pause as last logged; null if none was logged since the last success. */
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
     * The platform asked for a pause. Logged once with its end; until the next success it is logged again only if the end
     * moves by more than ten minutes.
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

    /** A call succeeded. One that was sent before the pause does not end it. */
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

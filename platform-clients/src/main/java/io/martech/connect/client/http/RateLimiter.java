package io.martech.connect.client.http;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.martech.connect.client.ClientStatistics;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.RateLimit;
import io.martech.connect.client.TimeSource;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account's quota as a token bucket that no stretch of the period can exceed, bursts included.
 *
 * <p>A bucket that holds C and gains R per period lets C + R pass within one period: a tenth of the quota may pass at once, the
 * rest comes evenly. It begins with a hundredth of the quota, for nobody knows what was taken before a restart, and that
 * hundredth is kept free: C + R is less than the quota by it, so that a restart in each period does not exceed it. The period
 * is longer than the platform's by the time that a request may be under way, since the platform counts arrivals, and a
 * slow one may arrive together with the next. A permit is taken at the moment of leaving, not reserved: a worker that was frozen
 * while it waited would send what it reserved in one burst.
 */
public final class RateLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimiter.class);

    /** A shorter wait looks like work; after a longer one somebody looks into the log. */
    private static final Duration LONG_WAIT = Duration.ofMinutes(1);

    private static final int BURST_SHARE = 10;
    private static final int SHARE_TO_BEGIN_WITH = 100;

    private final RateLimit limit;
    private final Bucket bucket;
    private final TimeSource time;
    private final ClientStatistics statistics;

    /** The quota that the settings name, or null for none. */
    public static RateLimiter of(HttpSettings settings, TimeSource time, ClientStatistics statistics) {
        return settings.rateLimit() == null
                ? null
                : new RateLimiter(settings.rateLimit(), settings.requestTimeout(), time, statistics);
    }

    /**
     * @param limit the account's quota
     * @param underWay how long a request may take to arrive
     */
    RateLimiter(RateLimit limit, Duration underWay, TimeSource time, ClientStatistics statistics) {
        this.limit = limit;
        this.time = time;
        this.statistics = statistics;
        this.bucket = Bucket.builder()
                .withCustomTimePrecision(new Meter(time))
                .addLimit(bandwidth(limit, underWay))
                .build();
    }

    /** Returns when a request may leave. */
    void take() throws InterruptedException {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        while (!probe.isConsumed()) {
            // The probe rounds down: without the nanosecond it would ask for a wait of nothing, again and again.
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill() + 1);
            if (wait.compareTo(LONG_WAIT) >= 0) {
                LOG.info(
                        "The next request of this task waits {} s for its share of the quota, {} requests in {} s"
                                + " (rate.limit.requests.per.hour).",
                        wait.toSeconds(),
                        limit.requests(),
                        limit.period().toSeconds());
            }
            statistics.countWait(wait);
            time.sleep(wait);
            probe = bucket.tryConsumeAndReturnRemaining(1);
        }
    }

    /** Gives a permit back that was not used. */
    void giveBack() {
        bucket.addTokens(1);
    }

    private static Bandwidth bandwidth(RateLimit limit, Duration underWay) {
        long burst = Math.max(1, limit.requests() / BURST_SHARE);
        long beginning = limit.requests() / SHARE_TO_BEGIN_WITH;
        long evenly = Math.max(1, limit.requests() - burst - beginning);
        return Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(evenly, stretch(limit.period(), underWay))
                .initialTokens(Math.max(1, beginning))
                .build();
    }

    /** For a period as short as a second the margin would be most of it; there one part in a hundred must do. */
    private static Duration stretch(Duration period, Duration underWay) {
        Duration most = period.compareTo(Duration.ofMinutes(1)) < 0 ? period.dividedBy(100) : period.dividedBy(10);
        return period.plus(underWay.compareTo(most) < 0 ? underWay : most);
    }

    private record Meter(TimeSource time) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return time.nanoTime();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}

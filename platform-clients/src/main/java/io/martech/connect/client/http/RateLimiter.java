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
 * The account's quota as a token bucket that no interval of the quota's length can exceed, bursts included.
 *
 * <p>A bucket with capacity C and refill R per period lets C + R pass within one period: a tenth of the quota may pass at
 * once, the rest is spread evenly. It starts with a hundredth of the quota, since it is unknown how much was used before
 * a restart, and that hundredth is kept free: C + R is smaller than the quota by it, so that one restart per period does
 * not exceed the quota. The period is longer than the platform's by the time that a request may be in transit, since the
 * platform counts arrivals, and a slow request may arrive together with the next. A permit is taken when the request is
 * sent, not reserved: a worker that was suspended while it waited would send its reservations in one burst.
 */
public final class RateLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimiter.class);

    /** A shorter wait is normal operation; a longer one makes users check the log. */
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

    /** Returns when a request may be sent. */
    void take() throws InterruptedException {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        while (!probe.isConsumed()) {
            // The probe rounds down: without the extra nanosecond it would return a wait of zero again and again.
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

    /** Returns a permit that was not used. */
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

    /** For periods as short as a second the margin would be most of the period; there one hundredth must suffice. */
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

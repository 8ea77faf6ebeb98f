package io.martech.connect.client;

import java.time.Duration;

/**
 * A request quota of the account.
 *
 * @param requests the maximum number of requests in any period of this length; at least 1
 * @param period the length of the period
 */
public record RateLimit(long requests, Duration period) {

    public RateLimit {
        if (requests < 1) {
            throw new IllegalArgumentException("rate.limit.requests.per.* must be at least 1, not " + requests);
        }
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("The period of a rate limit must be positive");
        }
    }

    public static RateLimit perSecond(long requests) {
        return new RateLimit(requests, Duration.ofSeconds(1));
    }

    public static RateLimit perHour(long requests) {
        return new RateLimit(requests, Duration.ofHours(1));
    }
}

package io.martech.connect.client;

import java.time.Duration;

/**
 * How long to go on after a passing fault. Waits grow from {@code backoff} twofold up to {@code maxBackoff}; each is
 * drawn evenly between nothing and that bound (full jitter), so that many callers do not return at once.
 *
 * @param maxRetries how often a call is repeated at most, or {@link #WITHOUT_END}
 * @param backoff the bound of the first wait
 * @param maxBackoff the bound that later waits never exceed
 * @param isProbe whether the caller wants to know at once: not even a pause that the platform asks for is waited for
 */
public record RetryPolicy(int maxRetries, Duration backoff, Duration maxBackoff, boolean isProbe) {

    /** As a number of retries: never give up. */
    public static final int WITHOUT_END = -1;

    private static final int LARGEST_SHIFT = 30;

    public RetryPolicy {
        if (maxRetries < WITHOUT_END) {
            throw new IllegalArgumentException("max.retries must be -1 (without end), 0 or more, not " + maxRetries);
        }
        if (backoff.isNegative() || maxBackoff.compareTo(backoff) < 0) {
            throw new IllegalArgumentException("retry.backoff.ms must not be negative nor exceed retry.backoff.max.ms: "
                    + backoff.toMillis() + ", " + maxBackoff.toMillis());
        }
    }

    public RetryPolicy(int maxRetries, Duration backoff, Duration maxBackoff) {
        this(maxRetries, backoff, maxBackoff, false);
    }

    /** Repeats passing faults until they pass. */
    public static RetryPolicy withoutEnd(Duration backoff, Duration maxBackoff) {
        return new RetryPolicy(WITHOUT_END, backoff, maxBackoff);
    }

    /** One attempt and no more, whatever it meets. Its failure has the category of what was met. */
    public static RetryPolicy once() {
        return new RetryPolicy(0, Duration.ZERO, Duration.ZERO, true);
    }

    /** Whether a call that was repeated so often may be repeated once more. */
    public boolean allowsAnotherAfter(int retries) {
        return maxRetries == WITHOUT_END || retries < maxRetries;
    }

    /** Until when a call is repeated, in words. */
    String end() {
        return maxRetries == WITHOUT_END ? "until it succeeds" : "up to " + maxRetries + " times (max.retries)";
    }

    /** The bound of the wait after so many retries. */
    public Duration boundAfter(int retries) {
        long factor = 1L << Math.min(retries, LARGEST_SHIFT);
        boolean beyond = backoff.compareTo(maxBackoff.dividedBy(factor)) > 0;
        return beyond ? maxBackoff : backoff.multipliedBy(factor);
    }
}

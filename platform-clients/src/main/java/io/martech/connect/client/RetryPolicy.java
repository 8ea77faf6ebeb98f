package io.martech.connect.client;

import java.time.Duration;

/**
 * How transient failures are retried. The bound of the waits doubles from {@code backoff} up to {@code maxBackoff}; each
 * wait is drawn uniformly between zero and that bound (full jitter), so that many callers do not retry at the same
 * moment.
 *
 * @param maxRetries the maximum number of retries of a call, or {@link #WITHOUT_END}
 * @param backoff the bound of the first wait
 * @param maxBackoff the bound that no wait exceeds
 * @param caller what the caller does when a call is given up
 */
public record RetryPolicy(int maxRetries, Duration backoff, Duration maxBackoff, Caller caller) {

    /** What the caller does when a call is given up. */
    public enum Caller {
        /** Stops; the user has to restart. */
        STOPS,
        /** Reports the failure, waits, and calls again. */
        RETRIES,
        /** Needs an immediate result: not even a pause that the platform asks for is waited for. */
        PROBES,
        /** Does all retries itself, one attempt at a time. */
        ATTEMPTS
    }

    /** As a number of retries: unlimited. */
    public static final int WITHOUT_END = -1;

    /** How often an undocumented response is retried: it may be an outage, but it may also be permanent. */
    public static final int RETRIES_OF_UNDOCUMENTED_RESPONSES = 10;

    private static final int LARGEST_SHIFT = 30;

    public RetryPolicy {
        if (maxRetries < WITHOUT_END) {
            throw new IllegalArgumentException("max.retries must be -1 (no limit), 0 or more, not " + maxRetries);
        }
        if (backoff.isNegative() || maxBackoff.compareTo(backoff) < 0) {
            throw new IllegalArgumentException("retry.backoff.ms must not be negative nor exceed retry.backoff.max.ms: "
                    + backoff.toMillis() + ", " + maxBackoff.toMillis());
        }
    }

    public RetryPolicy(int maxRetries, Duration backoff, Duration maxBackoff) {
        this(maxRetries, backoff, maxBackoff, Caller.STOPS);
    }

    /** Retries transient failures until they pass. */
    public static RetryPolicy withoutEnd(Duration backoff, Duration maxBackoff) {
        return new RetryPolicy(WITHOUT_END, backoff, maxBackoff);
    }

    /** Exactly one attempt. Its failure has the category of the response. */
    public static RetryPolicy once() {
        return new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Caller.PROBES);
    }

    /** One attempt for a caller that does all retries itself. */
    public static RetryPolicy attempt() {
        return new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Caller.ATTEMPTS);
    }

    /**
     * Returns a copy for a caller that retries by itself: a call with unlimited retries is given up after ten, so that
     * the caller can report why it makes no progress.
     */
    public RetryPolicy ofRetryingCaller() {
        int retries = maxRetries == WITHOUT_END ? RETRIES_OF_UNDOCUMENTED_RESPONSES : maxRetries;
        return new RetryPolicy(retries, backoff, maxBackoff, Caller.RETRIES);
    }

    public boolean isSingleAttempt() {
        return caller == Caller.ATTEMPTS;
    }

    public boolean isProbe() {
        return caller == Caller.PROBES;
    }

    /** The text that a message appends to the number of retries. */
    public String givenUp() {
        return caller == Caller.RETRIES ? "" : " (max.retries). Restart when the platform is available again";
    }

    /** The text that a message appends to what the user should check. */
    public String afterCheck() {
        return caller == Caller.RETRIES ? "" : ", then restart";
    }

    /** Whether a call may be retried again after this many retries. */
    public boolean allowsAnotherAfter(int retries) {
        return maxRetries == WITHOUT_END || retries < maxRetries;
    }

    /** The upper bound of the wait after this many retries. */
    public Duration boundAfter(int retries) {
        long factor = 1L << Math.min(retries, LARGEST_SHIFT);
        boolean beyond = backoff.compareTo(maxBackoff.dividedBy(factor)) > 0;
        return beyond ? maxBackoff : backoff.multipliedBy(factor);
    }
}

package io.martech.connect.client;

import java.time.Duration;

/**
 * How long to go on after a passing fault. Waits grow from {@code backoff} twofold up to {@code maxBackoff}; each is
 * drawn evenly between nothing and that bound (full jitter), so that many callers do not return at once.
 *
 * @param maxRetries how often a call is repeated at most, or {@link #WITHOUT_END}
 * @param backoff the bound of the first wait
 * @param maxBackoff the bound that later waits never exceed
 * @param caller what the caller does when a call is given up
 */
public record RetryPolicy(int maxRetries, Duration backoff, Duration maxBackoff, Caller caller) {

    /** What the caller does when a call is given up. */
    public enum Caller {
        /** Stops, and leaves it to the user to go on. */
        STOPS,
        /** Reports the failure, waits and calls again by itself. */
        RETRIES,
        /** Wants to know at once: not even a pause that the platform asks for is waited for. */
        PROBES,
        /** Does all retries itself, one attempt after the other. */
        ATTEMPTS
    }

    /** As a number of retries: never give up. */
    public static final int WITHOUT_END = -1;

    /** How often a call is repeated after a response that no document explains: it may be an outage, but it may also stay. */
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

    /** Repeats passing faults until they pass. */
    public static RetryPolicy withoutEnd(Duration backoff, Duration maxBackoff) {
        return new RetryPolicy(WITHOUT_END, backoff, maxBackoff);
    }

    /** One attempt and no more, whatever it meets. Its failure has the category of what was met. */
    public static RetryPolicy once() {
        return new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Caller.PROBES);
    }

    /** One attempt for a caller that does all retries itself. */
    public static RetryPolicy attempt() {
        return new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Caller.ATTEMPTS);
    }

    /**
     * The same for a caller that goes on by itself: a call that would be repeated without end is given up after ten retries, so that
     * the caller can report why it does not get on.
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

    /** What follows in a message after how often a call was repeated. */
    public String givenUp() {
        return caller == Caller.RETRIES ? "" : " (max.retries). Restart when the platform is available again";
    }

    /** What follows in a message after what to check. */
    public String afterCheck() {
        return caller == Caller.RETRIES ? "" : ", then restart";
    }

    /** Whether a call that was repeated so often may be repeated once more. */
    public boolean allowsAnotherAfter(int retries) {
        return maxRetries == WITHOUT_END || retries < maxRetries;
    }

    /** The bound of the wait after so many retries. */
    public Duration boundAfter(int retries) {
        long factor = 1L << Math.min(retries, LARGEST_SHIFT);
        boolean beyond = backoff.compareTo(maxBackoff.dividedBy(factor)) > 0;
        return beyond ? maxBackoff : backoff.multipliedBy(factor);
    }
}

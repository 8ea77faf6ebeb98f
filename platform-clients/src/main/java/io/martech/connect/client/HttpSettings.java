package io.martech.connect.client;

import java.time.Duration;
import java.util.Objects;

/**
 * How a client uses HTTP; the same for all platforms.
 *
 * @param connectTimeout the limit for establishing a connection ({@code connect.timeout.ms})
 * @param requestTimeout the limit for one attempt, up to the last byte of the response ({@code request.timeout.ms})
 * @param retry how transient failures are retried
 * @param rateLimit the account's quota, or null for none
 * @param maxInFlight the maximum number of concurrent requests, and of idle connections kept open
 * @param proxy the proxy, or null for none
 * @param userAgent the User-Agent header
 */
public record HttpSettings(
        Duration connectTimeout,
        Duration requestTimeout,
        RetryPolicy retry,
        RateLimit rateLimit,
        int maxInFlight,
        ProxyAddress proxy,
        String userAgent) {

    public HttpSettings {
        Objects.requireNonNull(retry, "retry");
        Objects.requireNonNull(userAgent, "userAgent");
        requirePositive("connect.timeout.ms", connectTimeout);
        requirePositive("request.timeout.ms", requestTimeout);
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("max.in.flight.requests must be at least 1, not " + maxInFlight);
        }
    }

    /** 10 s to connect, 30 s per attempt, transient failures retried indefinitely (1 s to 60 s), no quota, no proxy. */
    public static HttpSettings defaults() {
        return new HttpSettings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                RetryPolicy.withoutEnd(Duration.ofSeconds(1), Duration.ofSeconds(60)),
                null,
                32,
                null,
                "kafka-connect-martech/" + ClientVersion.current());
    }

    public HttpSettings withTimeouts(Duration connect, Duration request) {
        return new HttpSettings(connect, request, retry, rateLimit, maxInFlight, proxy, userAgent);
    }

    public HttpSettings withRetry(RetryPolicy policy) {
        return new HttpSettings(connectTimeout, requestTimeout, policy, rateLimit, maxInFlight, proxy, userAgent);
    }

    /** Returns a copy for a caller that itself retries calls that were given up. */
    public HttpSettings ofRetryingCaller() {
        return withRetry(retry.ofRetryingCaller());
    }

    /** Returns a copy for a single attempt: no retries, no rate limit, and timeouts of at most this length. */
    public HttpSettings forOneAttempt(Duration longest) {
        return withRetry(RetryPolicy.once())
                .withRateLimit(null)
                .withTimeouts(shorter(connectTimeout, longest), shorter(requestTimeout, longest));
    }

    /** @param limit the account's quota, or null for none */
    public HttpSettings withRateLimit(RateLimit limit) {
        return new HttpSettings(connectTimeout, requestTimeout, retry, limit, maxInFlight, proxy, userAgent);
    }

    public HttpSettings withMaxInFlight(int calls) {
        return new HttpSettings(connectTimeout, requestTimeout, retry, rateLimit, calls, proxy, userAgent);
    }

    /** @param address the proxy, or null for none */
    public HttpSettings withProxy(ProxyAddress address) {
        return new HttpSettings(connectTimeout, requestTimeout, retry, rateLimit, maxInFlight, address, userAgent);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void requirePositive(String key, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(key + " must be positive, not " + duration.toMillis());
        }
    }
}

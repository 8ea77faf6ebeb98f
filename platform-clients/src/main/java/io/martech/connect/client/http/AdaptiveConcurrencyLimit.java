package io.martech.connect.client.http;

import io.martech.connect.client.TimeSource;

/**
 * The number of requests that should be in flight: starts at 4, grows with successes up to a ceiling, and is halved when
 * the platform is overloaded. Pass it to the client as its listener, and read {@link #current()} before each call.
 *
 * <p>Until the first overload it grows by one per success (so it doubles per round trip); after that by one per round
 * trip. Overloads of requests that were sent before a halving do not halve it again: they are signs of the same overload.
 */
public final class AdaptiveConcurrencyLimit implements AttemptListener {

    private static final int START = 4;

    private final int ceiling;
    private final TimeSource time;

    private volatile int limit;
    private boolean everOverloaded;
    private int successesSinceGrowth;
    private long halvedNanos;

    /**
     * @param ceiling the maximum number of requests in flight ({@code max.in.flight.requests})
     * @param time the clock that the client uses
     */
    public AdaptiveConcurrencyLimit(int ceiling, TimeSource time) {
        if (ceiling < 1) {
            throw new IllegalArgumentException("max.in.flight.requests must be at least 1, not " + ceiling);
        }
        this.ceiling = ceiling;
        this.time = time;
        this.limit = Math.min(START, ceiling);
    }

    /** The current limit; at least 1. */
    public int current() {
        return limit;
    }

    @Override
    public synchronized void onSuccess(long startedNanos) {
        successesSinceGrowth++;
        if (limit < ceiling && (!everOverloaded || successesSinceGrowth >= limit)) {
            limit++;
            successesSinceGrowth = 0;
        }
    }

    @Override
    public synchronized void onOverload(long startedNanos) {
        if (everOverloaded && startedNanos - halvedNanos < 0) {
            return;
        }
        everOverloaded = true;
        successesSinceGrowth = 0;
        halvedNanos = time.nanoTime();
        limit = Math.max(1, limit / 2);
    }
}

package io.martech.connect.client.http;

import io.martech.connect.client.TimeSource;

/**
 * How many calls should be in flight: starts at 4, grows with success up to a ceiling, and is halved when the platform
 * shows that it is overloaded. Give it to the client as its listener, and ask {@link #current()} before each call.
 *
 * <p>Until the first overload it grows by one per success (so it doubles per round trip); after that by one per round
 * trip. Calls that had left before a halving do not halve again: they tell of the same overload.
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
     * @param ceiling the most that may ever be in flight ({@code max.in.flight.requests})
     * @param time the same as the client's
     */
    public AdaptiveConcurrencyLimit(int ceiling, TimeSource time) {
        if (ceiling < 1) {
            throw new IllegalArgumentException("max.in.flight.requests must be at least 1, not " + ceiling);
        }
        this.ceiling = ceiling;
        this.time = time;
        this.limit = Math.min(START, ceiling);
    }

    /** How many calls may be in flight now; at least 1. */
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

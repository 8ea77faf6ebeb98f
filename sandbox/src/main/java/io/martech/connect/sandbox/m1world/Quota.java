package io.martech.connect.sandbox.m1world;

import io.martech.connect.sandbox.m1world.account.M1worldQuirks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the calls of an hour. Thread-safe. */
final class Quota {

    private static final Duration HOUR = Duration.ofHours(1);

    private final InstantSource clock;
    private final M1worldQuirks quirks;
    private final Deque<Instant> calls = new ArrayDeque<>();
    private long refused;

    Quota(InstantSource clock, M1worldQuirks quirks) {
        this.clock = clock;
        this.quirks = quirks;
    }

    /** Whether one more call is allowed; counts it. */
    synchronized boolean allowsCall() {
        Instant now = clock.instant();
        calls.removeIf(call -> !isOfThisHour(call, now));
        boolean isAllowed = calls.size() < quirks.quota.get();
        if (isAllowed || quirks.refusedCallsCounted.get()) {
            calls.add(now);
        }
        refused += isAllowed ? 0 : 1;
        return isAllowed;
    }

    synchronized long refused() {
        return refused;
    }

    private boolean isOfThisHour(Instant call, Instant now) {
        return switch (quirks.quotaHour.get()) {
            case ROLLING -> call.isAfter(now.minus(HOUR));
            case FIXED -> !call.isBefore(now.truncatedTo(ChronoUnit.HOURS));
        };
    }
}

package io.martech.connect.sandbox.youmi;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** The tokens that have been issued, and until when each is good. Thread-safe. */
final class Tokens {

    private final InstantSource clock;
    private final YoumiQuirks quirks;
    private final SplittableRandom random;
    private final Map<String, Instant> ends = new HashMap<>();
    private long issued;

    Tokens(InstantSource clock, YoumiQuirks quirks, long seed) {
        this.clock = clock;
        this.quirks = quirks;
        this.random = new SplittableRandom(seed);
    }

    /** A token and its end. */
    record Issued(String token, Instant end) {}

    synchronized Issued issue() {
        if (quirks.oneTokenAtATime.get()) {
            ends.clear();
        }
        issued++;
        String token = String.format("%016x%016x%013d", random.nextLong(), random.nextLong(), clock.millis());
        Instant end = clock.instant().plus(quirks.tokenLife.get());
        ends.put(token, end);
        return new Issued(token, end);
    }

    synchronized boolean accepts(String token) {
        Instant end = ends.get(token);
        return end != null && clock.instant().isBefore(end);
    }

    synchronized void revokeAll() {
        ends.clear();
    }

    synchronized long issued() {
        return issued;
    }
}

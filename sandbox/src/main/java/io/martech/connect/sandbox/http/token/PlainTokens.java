package io.martech.connect.sandbox.http.token;

import io.martech.connect.sandbox.http.Setting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Tokens that are issued to whoever knows the account's secret, and end by themselves. Thread-safe. */
public final class PlainTokens {
    private final InstantSource clock;
    private final Setting<?, Duration> life;
    private final Setting<?, Boolean> oneAtATime;
    private final SplittableRandom random;
    private final Map<String, Instant> expirations = new HashMap<>();
    private long issued;

    /**
     * None at first.
     *
     * @param life of tokens issued from now on
     * @param oneAtATime whether a new token ends the life of all before
     */
    public PlainTokens(InstantSource clock, long seed, Setting<?, Duration> life, Setting<?, Boolean> oneAtATime) {
        this.clock = clock;
        this.random = new SplittableRandom(seed);
        this.life = life;
        this.oneAtATime = oneAtATime;
    }

    /**
     * A token as it was issued.
     *
     * @param expiration whole seconds, the first moment at which it is refused
     */
    public record Token(String text, Instant expiration) {}

    /** Issues a token, valid from now, as another client of the same account would ask for it. */
    public synchronized Token issue() {
        issued++;
        if (oneAtATime.get()) {
            expirations.clear();
        }
        String text = String.format("%016x%016x%013d", random.nextLong(), random.nextLong(), clock.millis());
        Instant expiration = clock.instant().plus(life.get()).truncatedTo(ChronoUnit.SECONDS);
        expirations.put(text, expiration);
        return new Token(text, expiration);
    }

    public synchronized boolean accepts(String text) {
        Instant expiration = expirations.get(text);
        return expiration != null && clock.instant().isBefore(expiration);
    }

    /** Ends the life of every token now. */
    public synchronized void revokeAll() {
        expirations.clear();
    }

    /** How many tokens have been issued. */
    public synchronized long issued() {
        return issued;
    }
}

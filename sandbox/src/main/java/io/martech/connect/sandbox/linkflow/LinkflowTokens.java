package io.martech.connect.sandbox.linkflow;

import io.martech.connect.sandbox.linkflow.model.Hash;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The private App's credentials and the access tokens issued for them. Thread-safe. */
public final class LinkflowTokens {

    /** The App key that the simulated tenant has created. */
    public static final String APP_KEY = "sandbox-app-key";

    /** The App secret that belongs to it. */
    public static final String APP_SECRET = "sandbox-app-secret";

    private final InstantSource clock;
    private final LinkflowQuirks quirks;
    private final long seed;
    private final Map<String, Instant> expirations = new HashMap<>();
    private long issued;

    LinkflowTokens(InstantSource clock, LinkflowQuirks quirks, long seed) {
        this.clock = clock;
        this.quirks = quirks;
        this.seed = seed;
    }

    /** Ends the life of every token now. */
    public synchronized void revokeAll() {
        expirations.clear();
    }

    /** How many tokens have been issued. */
    public synchronized long issued() {
        return issued;
    }

    /** Issues a token, valid from now, as another client of the same App would ask for it. */
    public synchronized Token issue() {
        issued++;
        if (quirks.oneTokenAtATime.get()) {
            expirations.clear();
        }
        String content = "2-" + Long.toHexString(Hash.of(seed, issued)) + "-" + issued;
        String token = Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        Instant expiration = clock.instant().plus(quirks.tokenLife.get()).truncatedTo(ChronoUnit.SECONDS);
        expirations.put(token, expiration);
        return new Token(token, expiration);
    }

    public boolean areRight(String key, String secret) {
        return APP_KEY.equals(key) && APP_SECRET.equals(secret);
    }

    public synchronized boolean isValid(String token) {
        Instant expiration = expirations.get(token);
        return expiration != null && clock.instant().isBefore(expiration);
    }

    /**
     * A token as it was issued.
     *
     * @param text what goes into {@code X-OpenApi-Token}
     * @param expiration whole seconds, the first moment at which it is refused
     */
    public record Token(String text, Instant expiration) {}
}

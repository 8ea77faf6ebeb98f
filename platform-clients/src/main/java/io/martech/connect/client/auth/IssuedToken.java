package io.martech.connect.client.auth;

import java.time.Instant;
import java.util.Objects;

/**
 * A token as the platform issued it.
 *
 * @param value the secret itself
 * @param expiration when it expires, by the platform's clock; {@link Instant#MAX} if never; null if the platform did not
 *     return an expiration that could be parsed
 * @param keptSince when it was issued, if it was read from the store; null if it was issued just now
 */
public record IssuedToken(String value, Instant expiration, Instant keptSince) {

    public IssuedToken {
        Objects.requireNonNull(value, "value");
    }

    /** A token that was issued just now. */
    public IssuedToken(String value, Instant expiration) {
        this(value, expiration, null);
    }

    /** A permanent key that the user was given. */
    public static IssuedToken lasting(String value) {
        return new IssuedToken(value, Instant.MAX);
    }

    boolean isLasting() {
        return Instant.MAX.equals(expiration);
    }

    boolean isJustIssued() {
        return keptSince == null;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "IssuedToken[expiration=" + expiration + "]";
    }
}

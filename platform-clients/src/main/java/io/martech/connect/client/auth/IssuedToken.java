package io.martech.connect.client.auth;

import java.time.Instant;
import java.util.Objects;

/**
 * A token as the platform issued it.
 *
 * @param value the secret itself
 * @param expiration when it expires by the platform's clock; {@link Instant#MAX} if it never does; null if the platform
 *     did not say so in a form that is understood
 * @param keptSince when it was issued, if it was kept since then; null if it has just been issued
 */
public record IssuedToken(String value, Instant expiration, Instant keptSince) {

    public IssuedToken {
        Objects.requireNonNull(value, "value");
    }

    /** One that has just been issued. */
    public IssuedToken(String value, Instant expiration) {
        this(value, expiration, null);
    }

    /** One that the user was given for good. */
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

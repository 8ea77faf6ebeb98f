package io.martech.connect.client;

import java.time.Instant;
import java.util.Objects;

/**
 * A token as the platform issued it.
 *
 * @param value the secret itself
 * @param expiration when it expires by the platform's clock, or null if the platform did not say so in a form that is
 *     understood
 */
public record IssuedToken(String value, Instant expiration) {

    public IssuedToken {
        Objects.requireNonNull(value, "value");
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "IssuedToken[expiration=" + expiration + "]";
    }
}

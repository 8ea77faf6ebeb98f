package io.martech.connect.client.auth;

import io.martech.connect.client.TimeSource;
import java.time.Duration;

/**
 * A token in use.
 *
 * @param value the secret itself
 * @param generation the number of this token among those of this client, ascending
 * @param issuedNanos when it was issued, by {@link TimeSource#nanoTime()}
 * @param life the lifetime from the moment of issue, or null if unknown: the token is used until it is rejected
 * @param isJustIssued whether the platform issued it for this client; false for a stored one, which may have been
 *     replaced since
 */
public record Token(String value, long generation, long issuedNanos, Duration life, boolean isJustIssued) {

    /** Due after four fifths of the lifetime, so that no request has to be rejected first. */
    boolean isDueForRenewal(long nanoTime) {
        return life != null && nanoTime - issuedNanos >= life.toNanos() / 5 * 4;
    }

    /** Only for a token whose lifetime is known. */
    Duration lifeLeft(long nanoTime) {
        return life.minusNanos(nanoTime - issuedNanos);
    }

    boolean isExpired(long nanoTime) {
        return life != null && nanoTime - issuedNanos >= life.toNanos();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Token[generation=" + generation + ", life=" + life + "]";
    }
}

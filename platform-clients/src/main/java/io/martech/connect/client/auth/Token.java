package io.martech.connect.client.auth;

import io.martech.connect.client.TimeSource;
import java.time.Duration;

/**
 * A token in use.
 *
 * @param value the secret itself
 * @param generation counts the tokens of this client upwards
 * @param issuedNanos when it was issued, by {@link TimeSource#nanoTime()}
 * @param life how long it lives from then on, or null if that is unknown: it is used until it is refused
 * @param isJustIssued whether the platform had just issued it when it came here; else it was kept, and may have been
 *     replaced since
 */
public record Token(String value, long generation, long issuedNanos, Duration life, boolean isJustIssued) {

    /** Renewed when four fifths of its life are over, so that no request has to be refused first. */
    boolean isDueForRenewal(long nanoTime) {
        return life != null && nanoTime - issuedNanos >= life.toNanos() / 5 * 4;
    }

    /** Only of a token whose life is known. */
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

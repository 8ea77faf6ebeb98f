package io.martech.connect.client;

import java.time.Duration;

/**
 * A token in use.
 *
 * @param value the secret itself
 * @param generation counts the tokens of this client upwards
 * @param issuedNanos when it arrived, by {@link TimeSource#nanoTime()}
 * @param life how long it lives from then on, or null if that is unknown: it is used until it is refused
 */
record Token(String value, long generation, long issuedNanos, Duration life) {

    /** Renewed when four fifths of its life are over, so that no request has to be refused first. */
    boolean isDueForRenewal(long nanoTime) {
        return life != null && nanoTime - issuedNanos >= life.toNanos() / 5 * 4;
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

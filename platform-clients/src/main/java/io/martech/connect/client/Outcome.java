package io.martech.connect.client;

import java.io.IOException;

/**
 * How one attempt ended.
 *
 * @param verdict what it means; null if nothing was sent
 * @param status the HTTP status, or 0 if there was no answer
 * @param fault the transport fault, or null
 * @param onStaleConnection whether it failed on a kept connection that the platform had closed meanwhile: this tells
 *     nothing about the platform, and a new connection will do
 */
record Outcome(Verdict verdict, int status, IOException fault, boolean onStaleConnection) {

    private static final Outcome NOT_SENT = new Outcome(null, 0, null, false);

    static Outcome answered(Verdict verdict, int status) {
        return new Outcome(verdict, status, null, false);
    }

    static Outcome failed(Verdict verdict, IOException fault, boolean onStaleConnection) {
        return new Outcome(verdict, 0, fault, onStaleConnection);
    }

    /** Nothing left, because something had to be done first; it is done now. */
    static Outcome notSent() {
        return NOT_SENT;
    }

    boolean wasSent() {
        return verdict != null;
    }

    /** Whether a request left. Not so if something had to be done first, or if what was asked for was at hand. */
    boolean tookARequest() {
        return wasSent() && (status != 0 || !verdict.isOk());
    }

    /** The same, where the platform's words do not repeat the secret. */
    Outcome without(String secret) {
        return verdict == null ? this : withVerdict(verdict.without(secret));
    }

    Outcome withVerdict(Verdict other) {
        return new Outcome(other, status, fault, onStaleConnection);
    }
}

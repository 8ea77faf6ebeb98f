package io.martech.connect.client.response;

import java.io.IOException;

/**
 * How one attempt ended.
 *
 * @param classification what it means; null if nothing was sent
 * @param status the HTTP status, or 0 if there was no answer
 * @param fault the transport fault, or null
 * @param onStaleConnection whether it failed on a kept connection that the platform had closed meanwhile: this tells
 *     nothing about the platform, and a new connection will do
 */
public record CallResult(Classification classification, int status, IOException fault, boolean onStaleConnection) {

    private static final CallResult NOT_SENT = new CallResult(null, 0, null, false);

    public static CallResult answered(Classification classification, int status) {
        return new CallResult(classification, status, null, false);
    }

    public static CallResult failed(Classification classification, IOException fault, boolean onStaleConnection) {
        return new CallResult(classification, 0, fault, onStaleConnection);
    }

    /** Nothing left, because something had to be done first; it is done now. */
    public static CallResult notSent() {
        return NOT_SENT;
    }

    public boolean wasSent() {
        return classification != null;
    }

    /** Whether a request left. Not so if something had to be done first, or if what was asked for was at hand. */
    public boolean tookARequest() {
        return wasSent() && (status != 0 || !classification.isOk());
    }

    /** The same, where the platform's words do not repeat the secret. */
    public CallResult without(String secret) {
        return classification == null ? this : withVerdict(classification.without(secret));
    }

    public CallResult withVerdict(Classification other) {
        return new CallResult(other, status, fault, onStaleConnection);
    }
}

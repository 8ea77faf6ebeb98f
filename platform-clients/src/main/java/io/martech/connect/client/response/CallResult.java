package io.martech.connect.client.response;

import java.io.IOException;

/**
 * The result of one attempt.
 *
 * @param classification the meaning of the response; null if nothing was sent
 * @param status the HTTP status, or 0 if there was no response
 * @param fault the transport error, or null
 * @param onStaleConnection whether it failed on a pooled connection that the platform had closed: this says nothing about
 *     the platform, and a new connection suffices
 */
public record CallResult(Classification classification, int status, IOException fault, boolean onStaleConnection) {

    private static final CallResult NOT_SENT = new CallResult(null, 0, null, false);

    public static CallResult answered(Classification classification, int status) {
        return new CallResult(classification, status, null, false);
    }

    public static CallResult failed(Classification classification, IOException fault, boolean onStaleConnection) {
        return new CallResult(classification, 0, fault, onStaleConnection);
    }

    /** Nothing was sent, because a prerequisite was missing; it is met now. */
    public static CallResult notSent() {
        return NOT_SENT;
    }

    public boolean wasSent() {
        return classification != null;
    }

    /**
     * Whether a request was sent. False if a prerequisite was missing, or if a stored token made the request unnecessary.
     */
    public boolean tookARequest() {
        return wasSent() && (status != 0 || !classification.isOk());
    }

    /** Returns a copy in which the platform's message does not repeat the secret. */
    public CallResult without(String secret) {
        return classification == null ? this : withVerdict(classification.without(secret));
    }

    public CallResult withVerdict(Classification other) {
        return new CallResult(other, status, fault, onStaleConnection);
    }
}

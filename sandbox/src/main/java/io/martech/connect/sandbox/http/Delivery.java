package io.martech.connect.sandbox.http;

/**
 * An answer and the manner in which it reaches, or does not reach, the client.
 *
 * @param response what is sent, or would have been sent
 * @param manner how much of it the client gets to see
 */
public record Delivery(Response response, Manner manner) {

    /** How an answer travels. */
    public enum Manner {
        /** The whole answer; the connection stays open. */
        WHOLE,
        /** The whole answer, then the connection is closed. */
        CLOSE,
        /** The same, but what the client still sends is discarded until it closes the connection too. */
        CLOSE_AND_READ_ON,
        /** Nothing: the client sees a TCP reset. */
        RESET,
        /** Nothing: the connection stays open and silent until the client gives up. */
        HANG_BEFORE_HEADERS,
        /** Headers and the first half of the body, then silence until the client gives up. */
        HANG_IN_BODY,
        /** Headers and the first half of the body, then the connection is closed. */
        CLOSE_IN_BODY
    }

    /** The whole answer, in good order. */
    public static Delivery whole(Response response) {
        return new Delivery(response, Manner.WHOLE);
    }
}

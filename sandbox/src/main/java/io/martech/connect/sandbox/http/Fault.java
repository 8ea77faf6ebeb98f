package io.martech.connect.sandbox.http;

import java.time.Duration;

/** Something that goes wrong with one request. */
public interface Fault {

    /** Whether the platform handles the request, and applies it if it is a write, before the fault strikes; not unless it says so. */
    default boolean letsTheRequestThrough() {
        return false;
    }

    /**
     * What the client gets.
     *
     * @param answer what the client would have got; null when the request was not let through
     */
    Delivery strike(Response answer);

    /** How much longer than usual the answer takes. */
    default Duration delay() {
        return Duration.ZERO;
    }
}

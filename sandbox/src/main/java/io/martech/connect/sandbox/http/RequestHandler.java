package io.martech.connect.sandbox.http;

import java.util.Optional;

/** Answers requests. Called by many threads at once, one per connection; it may sleep. */
@FunctionalInterface
public interface RequestHandler {

    /**
     * Answers one request.
     *
     * @throws InterruptedException when the server is closed while the handler waits
     */
    Delivery handle(Request request) throws InterruptedException;

    /** What answers a request whose body would be so long, before it is read; empty to read it. */
    default Optional<Delivery> refusalOf(long bodyLength) {
        return Optional.empty();
    }
}

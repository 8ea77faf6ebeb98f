package io.martech.connect.sandbox.http;

/** Answers requests. Called by many threads at once, one per connection; it may sleep. */
@FunctionalInterface
public interface RequestHandler {

    /**
     * Answers one request.
     *
     * @throws InterruptedException when the server is closed while the handler waits
     */
    Delivery handle(Request request) throws InterruptedException;
}

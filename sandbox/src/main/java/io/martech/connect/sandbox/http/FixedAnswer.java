package io.martech.connect.sandbox.http;

/**
 * An answer given instead of the right one; the request is not applied. For errors in a platform's own form, and for statuses, bodies
 * and headers that {@link WireFault} does not name, such as a 429 with another {@code Retry-After}. Each is a fault of its own.
 *
 * @param response what is answered
 */
public record FixedAnswer(Response response) implements Fault {
    @Override
    public Delivery strike(Response answer) {
        return Delivery.whole(response);
    }
}

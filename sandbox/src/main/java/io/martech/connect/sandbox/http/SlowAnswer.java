package io.martech.connect.sandbox.http;

import java.time.Duration;

/**
 * The right answer, late. The request is applied at once.
 *
 * @param delay how late, in real time
 */
public record SlowAnswer(Duration delay) implements Fault {

    @Override
    public boolean letsTheRequestThrough() {
        return true;
    }

    @Override
    public Delivery strike(Response answer) {
        return Delivery.whole(answer);
    }
}

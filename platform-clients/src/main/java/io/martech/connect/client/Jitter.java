package io.martech.connect.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Source of randomness for waits, injected so that tests can control it. */
@FunctionalInterface
public interface Jitter {

    /** Returns a duration between zero and the bound, inclusive. */
    Duration upTo(Duration bound);

    /** Uniformly distributed. */
    static Jitter even() {
        return bound -> bound.isZero()
                ? Duration.ZERO
                : Duration.ofNanos(ThreadLocalRandom.current().nextLong(bound.toNanos() + 1));
    }
}

package io.martech.connect.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Chance, injected so that a test can own it. */
@FunctionalInterface
public interface Jitter {

    /** A duration drawn between nothing and the bound. */
    Duration upTo(Duration bound);

    /** Evenly distributed. */
    static Jitter even() {
        return bound -> bound.isZero()
                ? Duration.ZERO
                : Duration.ofNanos(ThreadLocalRandom.current().nextLong(bound.toNanos() + 1));
    }
}

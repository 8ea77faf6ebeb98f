package io.martech.connect.sandbox.linkflow;

import java.time.Duration;

/** A duration between two bounds; which one follows from a number. */
record DurationRange(Duration shortest, Duration longest) {

    static final DurationRange NONE = new DurationRange(Duration.ZERO, Duration.ZERO);

    /** A whole number of milliseconds in the range, both ends included. */
    long millis(long draw) {
        long width = longest.toMillis() - shortest.toMillis();
        return shortest.toMillis() + (width <= 0 ? 0 : Math.floorMod(draw, width + 1));
    }
}

package io.martech.connect.sandbox.http;

import java.time.Duration;

/** A duration between two bounds; which one follows from a number. */
public record DurationRange(Duration shortest, Duration longest) {

    public static final DurationRange NONE = of(Duration.ZERO);

    /** One duration alone. */
    public static DurationRange of(Duration duration) {
        return new DurationRange(duration, duration);
    }

    /** A whole number of milliseconds in the range, both ends included. */
    public long millis(long draw) {
        long width = longest.toMillis() - shortest.toMillis();
        return shortest.toMillis() + (width <= 0 ? 0 : Math.floorMod(draw, width + 1));
    }
}

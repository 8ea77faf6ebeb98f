package io.martech.connect.reading;

import io.martech.connect.sandbox.http.VirtualClock;
import java.time.Duration;

/** What happens on the platform while time passes: a number of changes a second, spread evenly. */
final class PlatformLife {

    private static final Duration SLICE = Duration.ofMillis(250);

    private final VirtualClock clock;
    private final Runnable change;
    private double changesPerSecond;
    private double due;

    PlatformLife(VirtualClock clock, Runnable change) {
        this.clock = clock;
        this.change = change;
    }

    void changesPerSecond(double rate) {
        this.changesPerSecond = rate;
    }

    /** Lets time pass, and things happen meanwhile. */
    synchronized void pass(Duration duration) {
        Duration left = duration;
        while (left.compareTo(Duration.ZERO) > 0) {
            Duration slice = left.compareTo(SLICE) < 0 ? left : SLICE;
            clock.advance(slice);
            left = left.minus(slice);
            due += changesPerSecond * slice.toNanos() / 1e9;
            for (; due >= 1; due--) {
                change.run();
            }
        }
    }
}

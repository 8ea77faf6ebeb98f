package io.martech.connect.benchmark.source;

import io.martech.connect.client.TimeSource;
import io.martech.connect.sandbox.http.VirtualClock;
import java.time.Duration;
import java.time.Instant;

/** The client's time as the platform's virtual clock has it. Whoever sleeps moves it on. */
final class VirtualTime implements TimeSource {

    private final VirtualClock clock;
    private final Instant origin;

    VirtualTime(VirtualClock clock) {
        this.clock = clock;
        this.origin = clock.instant();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long nanoTime() {
        return Duration.between(origin, clock.instant()).toNanos();
    }

    @Override
    public void sleep(Duration duration) {
        clock.advance(duration);
    }
}

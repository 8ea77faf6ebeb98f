package io.martech.connect.reading;

import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The reader's time: the same virtual time that the platform lives in. Sleeping lets the platform live on. */
final class VirtualTime implements TimeSource {

    private final Consumer<Duration> passTime;
    private final java.time.InstantSource clock;
    private final Instant origin;

    VirtualTime(java.time.InstantSource clock, Consumer<Duration> passTime) {
        this.clock = clock;
        this.origin = clock.instant();
        this.passTime = passTime;
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
        passTime.accept(duration);
    }
}

package io.martech.connect.reading;

import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * The reader's time: the same virtual time that the platform lives in, though the worker's clock may be wrong. Sleeping lets
 * the platform live on.
 */
final class VirtualTime implements TimeSource {

    private final Consumer<Duration> passTime;
    private final InstantSource clock;
    private final Duration workerClockIsWrongBy;
    private final Instant origin;

    VirtualTime(InstantSource clock, Consumer<Duration> passTime) {
        this(clock, Duration.ZERO, passTime);
    }

    VirtualTime(InstantSource clock, Duration workerClockIsWrongBy, Consumer<Duration> passTime) {
        this.clock = clock;
        this.workerClockIsWrongBy = workerClockIsWrongBy;
        this.origin = clock.instant();
        this.passTime = passTime;
    }

    @Override
    public Instant now() {
        return clock.instant().plus(workerClockIsWrongBy);
    }

    @Override
    public long nanoTime() {
        return Duration.between(origin, clock.instant()).toNanos();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        passTime.accept(duration);
    }
}

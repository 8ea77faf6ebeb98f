package io.martech.connect.tokens;

import io.martech.connect.client.TimeSource;
import io.martech.connect.sandbox.http.VirtualClock;
import java.time.Duration;
import java.time.Instant;

/** The time of a simulated platform: it moves when a client sleeps, or a test moves it. */
final class PlatformTime implements TimeSource {

    private final Instant origin = Instant.parse("2026-03-01T00:00:00Z");
    private final VirtualClock clock = new VirtualClock(origin);

    VirtualClock clock() {
        return clock;
    }

    void pass(Duration duration) {
        clock.advance(duration);
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
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        clock.advance(duration);
    }
}

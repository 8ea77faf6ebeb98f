package io.martech.connect.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that only moves when somebody sleeps, or a test moves it. */
public final class ManualTime implements TimeSource {

    private final Instant start = Instant.parse("2026-03-01T00:00:00Z");
    private final List<Duration> sleeps = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized Instant now() {
        return start.plusNanos(nanos);
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        advance(duration);
    }

    public synchronized void advance(Duration duration) {
        nanos += Math.max(0, duration.toNanos());
    }

    /** Every sleep so far, in order. */
    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}

package io.martech.connect.source;

import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock, and the platform's too, that moves only when somebody sleeps or a test moves it. */
public final class ManualTime implements TimeSource, ServerClock {

    public static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    private volatile Instant now;

    public ManualTime(LocalDateTime now) {
        this.now = now.toInstant(ZONE);
    }

    /** At ten o'clock, platform time. */
    public static ManualTime atTen() {
        return new ManualTime(LocalDateTime.of(2026, 3, 1, 10, 0));
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanoTime() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        advance(duration);
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Every sleep so far, in order. */
    public List<Duration> sleeps() {
        return sleeps;
    }
}

package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.quickstart.streams.Source;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The people who work with the platforms: rows change and appear while they are being read. */
final class PlatformLife implements AutoCloseable {

    private final List<Source> sources;
    private final AtomicLong changes = new AtomicLong();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "platform-life");
        thread.setDaemon(true);
        return thread;
    });

    private PlatformLife(List<Source> sources) {
        this.sources = sources;
    }

    static PlatformLife start(List<Source> sources) {
        PlatformLife life = new PlatformLife(sources);
        life.clock.scheduleAtFixedRate(life::changeOne, 0, 1_000 / Source.CHANGES_PER_SECOND, TimeUnit.MILLISECONDS);
        return life;
    }

    /** How often each platform was asked for a change so far. */
    long changes() {
        return changes.get();
    }

    /** Lets nothing change any more. @return a moment after the last change */
    Instant end() {
        close();
        return Instant.now();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            clock.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void changeOne() {
        long number = changes.incrementAndGet();
        sources.forEach(source -> source.change().accept(number));
    }
}

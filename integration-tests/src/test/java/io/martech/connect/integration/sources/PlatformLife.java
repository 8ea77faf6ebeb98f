package io.martech.connect.integration.sources;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Changes rows of a platform on the real clock, again and again, until it is closed. */
final class PlatformLife implements AutoCloseable {

    private static final long BETWEEN_CHANGES_MILLISECONDS = 200;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    private final ScheduledFuture<?> changes;

    private PlatformLife(Runnable change) {
        changes = thread.scheduleAtFixedRate(change, 0, BETWEEN_CHANGES_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Five changes a second. */
    static PlatformLife begin(SourcePlatform platform) {
        return new PlatformLife(platform::change);
    }

    /**
     * Returns when nothing changes any more.
     *
     * @throws IllegalStateException if a change failed, for nothing has changed since
     */
    @Override
    public void close() throws InterruptedException {
        boolean failed = changes.isDone();
        thread.shutdownNow();
        thread.awaitTermination(10, TimeUnit.SECONDS);
        if (failed) {
            try {
                changes.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("The platform stopped changing", e.getCause());
            }
        }
    }
}

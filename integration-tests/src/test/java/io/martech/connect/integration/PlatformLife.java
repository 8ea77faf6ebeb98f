package io.martech.connect.integration;

import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Changes orders and contacts on the real clock, again and again, until it is closed. */
final class PlatformLife implements AutoCloseable {

    private static final long BETWEEN_CHANGES_MILLISECONDS = 100;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    private final ScheduledFuture<?> changes;

    private PlatformLife(Runnable change) {
        changes = thread.scheduleAtFixedRate(change, 0, BETWEEN_CHANGES_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Ten updates of orders and ten of contacts a second, and an order and a contact more each second. */
    static PlatformLife begin(LinkflowPlatform platform) {
        return new PlatformLife(new Runnable() {
            private int ticks;

            @Override
            public void run() {
                platform.updateRandomOrders(1);
                platform.updateRandomContacts(1);
                if (++ticks % 10 == 0) {
                    platform.insertOrder();
                    platform.insertContact();
                }
            }
        });
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

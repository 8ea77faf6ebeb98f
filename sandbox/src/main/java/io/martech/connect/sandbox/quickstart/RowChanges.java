package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The people who work with the platform: rows change and appear while they are being read. */
final class RowChanges implements AutoCloseable {

    static final int UPDATES_PER_SECOND = 20;

    private static final int UPDATES_PER_CONTACT_UPDATE = 3;
    private static final int UPDATES_PER_NEW_ORDER = 20;
    private static final int UPDATES_PER_NEW_CONTACT = 60;

    private final LinkflowPlatform platform;
    private final AtomicLong updates = new AtomicLong();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "row-changes");
        thread.setDaemon(true);
        return thread;
    });

    private RowChanges(LinkflowPlatform platform) {
        this.platform = platform;
    }

    static RowChanges start(LinkflowPlatform platform) {
        RowChanges changes = new RowChanges(platform);
        changes.clock.scheduleAtFixedRate(changes::changeOne, 0, 1_000 / UPDATES_PER_SECOND, TimeUnit.MILLISECONDS);
        return changes;
    }

    /** Updates so far. */
    long updates() {
        return updates.get();
    }

    /** After it has returned, nothing changes any more. */
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
        long number = updates.incrementAndGet();
        if (number % UPDATES_PER_CONTACT_UPDATE == 0) {
            platform.updateRandomContacts(1);
        } else {
            platform.updateRandomOrders(1);
        }
        if (number % UPDATES_PER_NEW_ORDER == 0) {
            platform.insertOrder();
        }
        if (number % UPDATES_PER_NEW_CONTACT == 0) {
            platform.insertContact();
        }
    }
}

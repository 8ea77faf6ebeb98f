package io.martech.connect.sink.connector;

import io.martech.connect.client.TimeSource;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns if a task that has a share of a quota has no partitions: a connector with more tasks than partitions gives shares away to tasks
 * that send nothing. Belongs to the task's thread.
 */
final class UnusedShare {

    private static final Logger LOG = LoggerFactory.getLogger(UnusedShare.class);

    /** Longer than a rebalance. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String share;
    private final TimeSource time;
    private long lastUsedNanos;
    private boolean isWarned;

    /** @param share in words; null if the task has no share of anything */
    UnusedShare(String share, TimeSource time) {
        this.share = share;
        this.time = time;
        this.lastUsedNanos = time.nanoTime();
    }

    /** The framework has called the task. */
    void observe(boolean hasPartitions) {
        if (hasPartitions) {
            lastUsedNanos = time.nanoTime();
        } else if (share != null && !isWarned && time.nanoTime() - lastUsedNanos > PATIENCE.toNanos()) {
            isWarned = true;
            LOG.warn(
                    "This task has no partitions, and its share of the requests is not used: {}. Set tasks.max to the number of"
                            + " partitions at most.",
                    share);
        }
    }
}

package io.martech.connect.sink.connector;

import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides a quota of the whole connector among its tasks, and warns if a task with a share has no partitions: a connector
 * with more tasks than partitions assigns shares to tasks that send nothing. Belongs to the task's thread.
 */
public final class SharedQuota {

    /** Set only in the configuration of a task that has a share: the quota and the number of tasks, in words. */
    static final String SHARE = "quota.share";

    private static final Logger LOG = LoggerFactory.getLogger(SharedQuota.class);

    /** Longer than a rebalance. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String shareOrNull;
    private final TimeSource time;
    private long lastUsedNanos;
    private boolean isWarned;

    /** @param properties the task's configuration */
    SharedQuota(Map<String, String> properties, TimeSource time) {
        this.shareOrNull = properties.get(SHARE);
        this.time = time;
        this.lastUsedNanos = time.nanoTime();
    }

    /**
     * The configurations of the tasks; their shares add up to the quota. There are never more tasks than requests, since
     * a share of 0 would mean no limit.
     *
     * @param key the key of the quota
     * @param quota the quota of the whole connector; 0 for no limit
     */
    public static List<Map<String, String>> spread(
            Map<String, String> properties, String key, int quota, int maxTasks) {
        if (quota == 0) {
            return Collections.nCopies(maxTasks, properties);
        }
        int tasks = Math.min(maxTasks, quota);
        List<Map<String, String>> configurations = new ArrayList<>(tasks);
        for (int task = 0; task < tasks; task++) {
            int share = quota / tasks + (task < quota % tasks ? 1 : 0);
            Map<String, String> configuration = new HashMap<>(properties);
            configuration.put(key, Integer.toString(share));
            if (tasks > 1) {
                configuration.put(SHARE, share + " of " + quota + " (" + key + "), shared by " + tasks + " tasks");
            }
            configurations.add(configuration);
        }
        return configurations;
    }

    /** The framework has called the task. */
    void observe(boolean hasPartitions) {
        if (hasPartitions) {
            lastUsedNanos = time.nanoTime();
        } else if (shareOrNull != null && !isWarned && time.nanoTime() - lastUsedNanos > PATIENCE.toNanos()) {
            isWarned = true;
            LOG.warn(
                    "This task has no partitions, and its share of the requests is not used: {}. Set tasks.max to the number of"
                            + " partitions at most.",
                    shareOrNull);
        }
    }
}

package io.martech.connect.sink.connector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shares a quota of the whole connector out over its tasks. */
public final class SharedQuota {

    /** In the configuration of a task that has a share only: the quota and the number of tasks, in words. */
    static final String SHARE = "quota.share";

    private SharedQuota() {}

    /**
     * The configurations of the tasks; together they have exactly the quota. There are never more tasks than requests, for
     * a share of 0 would mean no limit.
     *
     * @param key the key of the quota
     * @param quota of the whole connector; 0 for no limit
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
}

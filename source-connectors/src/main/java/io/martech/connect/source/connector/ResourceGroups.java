package io.martech.connect.source.connector;

import io.martech.connect.options.SourceKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.util.ConnectorUtils;

/** Spreads the resources of a connector over its tasks; a resource is never read by two. */
public final class ResourceGroups {

    private ResourceGroups() {}

    /** One configuration per task: the connector's own, with the resources of that task. */
    public static List<Map<String, String>> spread(
            Map<String, String> properties, List<String> resources, int maxTasks) {
        int tasks = Math.min(maxTasks, resources.size());
        List<Map<String, String>> configurations = new ArrayList<>();
        for (List<String> group : ConnectorUtils.groupPartitions(resources, tasks)) {
            Map<String, String> configuration = new HashMap<>(properties);
            configuration.put(SourceKeys.RESOURCES, String.join(",", group));
            configurations.add(configuration);
        }
        return configurations;
    }
}

package io.martech.connect.sandbox.cluster;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a {@link LocalConnectWorker} is run.
 *
 * @param port the REST port on the loopback address, or 0 for any free one
 * @param groupId the Connect cluster: workers of one group share connectors, offsets and their internal topics
 * @param properties worker properties beside or in place of the usual ones
 */
public record WorkerSettings(int port, String groupId, JvmOptions jvm, Map<String, String> properties) {

    public WorkerSettings {
        properties = Map.copyOf(properties);
    }

    /** Any free port, group "connect", little memory. */
    public static WorkerSettings small() {
        return new WorkerSettings(0, "connect", JvmOptions.small(), Map.of());
    }

    public WorkerSettings withPort(int newPort) {
        return new WorkerSettings(newPort, groupId, jvm, properties);
    }

    public WorkerSettings withGroupId(String newGroupId) {
        return new WorkerSettings(port, newGroupId, jvm, properties);
    }

    public WorkerSettings withJvm(JvmOptions newJvm) {
        return new WorkerSettings(port, groupId, newJvm, properties);
    }

    /** Source connectors may write records and offsets in one transaction. */
    public WorkerSettings withExactlyOnceSources() {
        return with("exactly.once.source.support", "enabled");
    }

    /** How often offsets are committed: a small interval shows progress early, a large one makes a kill cost more. */
    public WorkerSettings withOffsetFlushInterval(Duration interval) {
        return with("offset.flush.interval.ms", Long.toString(interval.toMillis()));
    }

    /** The same with one more property, or another value for it. */
    public WorkerSettings with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(properties);
        more.put(key, value);
        return new WorkerSettings(port, groupId, jvm, more);
    }

    /**
     * Everything that a worker's properties file holds.
     *
     * @param listener where its REST interface listens, such as "http://127.0.0.1:8083"
     * @param pluginPath where it finds unpacked plugin archives, as it sees them
     */
    public Map<String, String> complete(String bootstrapServers, String listener, String pluginPath) {
        Map<String, String> complete = new LinkedHashMap<>();
        complete.put("bootstrap.servers", bootstrapServers);
        complete.put("group.id", groupId);
        complete.put("listeners", listener);
        complete.put("plugin.path", pluginPath);
        complete.put("plugin.discovery", "SERVICE_LOAD");
        complete.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        complete.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        complete.put("config.providers", "file");
        complete.put("config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider");
        for (String store : List.of("config", "offset", "status")) {
            complete.put(store + ".storage.topic", groupId + "-" + store);
            complete.put(store + ".storage.replication.factor", "1");
        }
        complete.put("offset.storage.partitions", "4");
        complete.put("status.storage.partitions", "2");
        complete.put("offset.flush.interval.ms", "1000");
        // A killed worker's tasks are given to the others, or to the worker that replaces it, without a long wait.
        complete.put("scheduled.rebalance.max.delay.ms", "0");
        complete.putAll(properties);
        return complete;
    }
}

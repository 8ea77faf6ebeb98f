package io.martech.connect.sandbox.cluster;

import java.time.Duration;
import java.util.LinkedHashMap;
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
}

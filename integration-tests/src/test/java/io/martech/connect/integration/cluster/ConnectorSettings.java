package io.martech.connect.integration.cluster;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The configuration of a connector under test: short times, since the data sets are small, and JSON that is easy to compare;
 * everything else as it is by default.
 *
 * @param values as they are sent to Connect
 */
public record ConnectorSettings(Map<String, String> values) {

    public static final String SOURCE = ShippedConnectors.SOURCES.get(0);
    public static final String SINK = ShippedConnectors.SINKS.get(0);

    public ConnectorSettings {
        values = Map.copyOf(values);
    }

    /** Reads every resource of an account into {@code <topicPrefix>.<resource>}. */
    public static ConnectorSettings source(Map<String, String> account, String connectorClass, String topicPrefix) {
        Map<String, String> values = common(account, connectorClass);
        values.put("topic.prefix", topicPrefix);
        values.put("poll.interval.ms", "300");
        values.put("timestamp.handling.mode", "iso");
        values.put("topic.creation.default.partitions", "1");
        values.put("topic.creation.default.replication.factor", "1");
        return new ConnectorSettings(values);
    }

    /** Writes the JSON records of a topic. @param account how to reach the platform and to be let in */
    public static ConnectorSettings sink(String connectorClass, Map<String, String> account, String topic) {
        return new ConnectorSettings(common(account, connectorClass)).with("topics", topic);
    }

    public ConnectorSettings with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new ConnectorSettings(more);
    }

    /** Its credentials are not tried before it is deployed, where a connector would. */
    public ConnectorSettings withoutTrial() {
        return with("validate.credentials", "false");
    }

    /** Records that are refused go to a topic instead of stopping the task. */
    public ConnectorSettings withDeadLetters(String topic) {
        return with("errors.tolerance", "all")
                .with("errors.deadletterqueue.topic.name", topic)
                .with("errors.deadletterqueue.topic.replication.factor", "1")
                .with("errors.deadletterqueue.context.headers.enable", "true");
    }

    private static Map<String, String> common(Map<String, String> account, String connectorClass) {
        Map<String, String> values = new LinkedHashMap<>(account);
        values.put("connector.class", connectorClass);
        values.put("tasks.max", "1");
        values.put("retry.backoff.ms", "20");
        values.put("retry.backoff.max.ms", "200");
        values.put("key.converter.schemas.enable", "false");
        values.put("value.converter.schemas.enable", "false");
        values.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        values.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        return values;
    }
}

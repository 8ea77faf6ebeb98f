package io.martech.connect.benchmark.source;

import io.martech.connect.benchmark.setting.SimulatedLinkflow;
import java.util.LinkedHashMap;
import java.util.Map;

/** The configuration of a connector that reads orders with every default. */
final class OrdersConnector {

    static final String NAME = "orders";

    private static final String TOPIC_PREFIX = "benchmark";

    private OrdersConnector() {}

    static String topic() {
        return TOPIC_PREFIX + ".orders";
    }

    /** What the task needs. */
    static Map<String, String> taskConfiguration(SimulatedLinkflow linkflow) {
        Map<String, String> configuration = new LinkedHashMap<>(linkflow.accountConfiguration());
        configuration.put("resources", "orders");
        configuration.put("topic.prefix", TOPIC_PREFIX);
        return configuration;
    }

    /** What the worker needs beside. */
    static Map<String, String> deployment(SimulatedLinkflow linkflow) {
        Map<String, String> configuration = new LinkedHashMap<>(taskConfiguration(linkflow));
        configuration.put("connector.class", "io.martech.connect.source.linkflow.LinkflowSourceConnector");
        configuration.put("tasks.max", "1");
        configuration.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        configuration.put("key.converter.schemas.enable", "false");
        configuration.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        configuration.put("value.converter.schemas.enable", "false");
        configuration.put("value.converter.decimal.format", "NUMERIC");
        configuration.put("topic.creation.default.replication.factor", "1");
        configuration.put("topic.creation.default.partitions", "1");
        return configuration;
    }
}

package io.martech.connect.benchmark.sink;

import io.martech.connect.benchmark.setting.SimulatedLinkflow;
import java.util.LinkedHashMap;
import java.util.Map;

/** The configuration of a connector that writes events: what must be set is set, everything else is left as it is. */
final class MessagesConnector {

    static final String NAME = "messages";
    static final String TOPIC = "benchmark.events";
    static final String CHANNEL = "udc_12SyQfFmg";
    static final String EVENT = "benchmark_event";

    /** The default of {@code max.in.flight.requests}: the bare loop gets as many. */
    static final int IN_FLIGHT = 32;

    private MessagesConnector() {}

    static Map<String, String> deployment(SimulatedLinkflow linkflow) {
        Map<String, String> configuration = new LinkedHashMap<>(linkflow.accountConfiguration());
        configuration.put("connector.class", "io.martech.connect.sink.linkflow.LinkflowMessagesSinkConnector");
        configuration.put("tasks.max", "1");
        configuration.put("topics", TOPIC);
        configuration.put("channel.key", CHANNEL);
        configuration.put("message.domain", "event");
        configuration.put("event.name", EVENT);
        configuration.put("identity.fields", "mobilePhone:mobilePhone");
        configuration.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        configuration.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        configuration.put("value.converter.schemas.enable", "false");
        return configuration;
    }
}

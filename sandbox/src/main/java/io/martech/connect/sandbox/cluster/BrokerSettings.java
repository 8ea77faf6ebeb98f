package io.martech.connect.sandbox.cluster;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a {@link LocalBroker} is run.
 *
 * @param port the port on the loopback address, or 0 for any free one
 * @param properties broker properties beside or in place of the usual ones
 */
public record BrokerSettings(int port, JvmOptions jvm, Map<String, String> properties) {

    public BrokerSettings {
        properties = Map.copyOf(properties);
    }

    /** Any free port, little memory. */
    public static BrokerSettings small() {
        return new BrokerSettings(0, JvmOptions.small(), Map.of());
    }

    public BrokerSettings withPort(int newPort) {
        return new BrokerSettings(newPort, jvm, properties);
    }

    public BrokerSettings withJvm(JvmOptions newJvm) {
        return new BrokerSettings(port, newJvm, properties);
    }

    /** The same with one more property, or another value for it. */
    public BrokerSettings with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(properties);
        more.put(key, value);
        return new BrokerSettings(port, jvm, more);
    }
}

package io.martech.connect.source.linkflow;

import java.util.HashMap;
import java.util.Map;

/** Configurations of the connector. */
final class Properties {

    static final String SECRET = "s3cr3t-of-the-app";

    /** The smallest configuration that is valid. */
    static final Map<String, String> REQUIRED =
            Map.of("linkflow.app.key", "the-key", "linkflow.app.secret", SECRET, "topic.prefix", "lf");

    private Properties() {}

    /** The smallest configuration with these keys and values in addition. */
    static Map<String, String> with(String... keysAndValues) {
        Map<String, String> properties = new HashMap<>(REQUIRED);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return properties;
    }

    /** The same without asking the platform whether the credentials are right. */
    static Map<String, String> unchecked(String... keysAndValues) {
        Map<String, String> properties = with(keysAndValues);
        properties.put("validate.credentials", "false");
        return properties;
    }
}

package io.martech.connect.sink.contract;

import java.util.HashMap;
import java.util.Map;

/** Configurations with changes. */
public final class TestConfig {

    private TestConfig() {}

    /** The configuration with other values, as key, value, key, value; null takes a key away. */
    public static Map<String, String> with(Map<String, String> config, String... more) {
        Map<String, String> changed = new HashMap<>(config);
        for (int i = 0; i < more.length; i += 2) {
            if (more[i + 1] == null) {
                changed.remove(more[i]);
            } else {
                changed.put(more[i], more[i + 1]);
            }
        }
        return changed;
    }
}

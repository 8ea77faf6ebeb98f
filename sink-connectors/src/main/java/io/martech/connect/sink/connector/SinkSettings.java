package io.martech.connect.sink.connector;

import io.martech.connect.options.HttpKeys;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.engine.EngineSettings;
import io.martech.connect.sink.engine.Ordering;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;

/** How the engine works, as the shared keys say. */
public final class SinkSettings {

    private static final String NAME = "name";
    private static final String ERRORS_TOLERANCE = "errors.tolerance";

    private SinkSettings() {}

    /** @param properties as the framework gave them: what is to become of rejected records is its key, not ours */
    public static EngineSettings from(AbstractConfig config, Map<String, String> properties) {
        return new EngineSettings(
                properties.getOrDefault(NAME, ""),
                config.getInt(SinkKeys.BATCH_SIZE),
                Duration.ofMillis(config.getLong(SinkKeys.LINGER_MS)),
                config.getInt(HttpKeys.MAX_IN_FLIGHT_REQUESTS),
                config.getInt(SinkKeys.MAX_CONSECUTIVE_REJECTIONS),
                capacityFor(config.getInt(SinkKeys.BATCH_SIZE)),
                "all".equals(properties.get(ERRORS_TOLERANCE)),
                Ordering.valueOf(config.getString(SinkKeys.ORDERING).toUpperCase(Locale.ROOT)));
    }

    /** Room for a batch to gather while another one is under way. */
    private static int capacityFor(int batchSize) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(EngineSettings.CAPACITY_DEFAULT, 2L * batchSize));
    }
}

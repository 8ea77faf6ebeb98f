package io.martech.connect.sink.connector;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.dispatch.BatchBounds;
import io.martech.connect.sink.engine.EngineSettings;
import io.martech.connect.sink.engine.Ordering;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;

/** How the engine works, as the shared keys say. */
public final class SinkSettings {

    private static final String NAME = "name";
    private static final String ERRORS_TOLERANCE = "errors.tolerance";
    private static final String VALUE_CONVERTER = "value.converter";

    private SinkSettings() {}

    /** @param properties as the framework gave them: what is to become of rejected records is its key, not ours */
    public static EngineSettings from(AbstractConfig config, Map<String, String> properties) {
        int batchSize = config.getInt(SinkKeys.BATCH_SIZE);
        String converter = properties.get(VALUE_CONVERTER);
        return new EngineSettings(
                properties.getOrDefault(NAME, ""),
                new BatchBounds(
                        batchSize,
                        config.getLong(SinkKeys.BATCH_MAX_BYTES),
                        Duration.ofMillis(config.getLong(SinkKeys.LINGER_MS))),
                config.getInt(HttpOptions.MAX_IN_FLIGHT_REQUESTS),
                config.getInt(SinkKeys.MAX_CONSECUTIVE_REJECTIONS),
                new EngineSettings.Backlog(
                        recordsFor(batchSize),
                        config.getLong(SinkKeys.MAX_BACKLOG_BYTES),
                        config.getLong(SinkKeys.MAX_UNCOMMITTED_OFFSETS)),
                new RetryPolicy(
                        config.getInt(HttpOptions.MAX_RETRIES),
                        Duration.ofMillis(config.getLong(HttpOptions.RETRY_BACKOFF_MS)),
                        Duration.ofMillis(config.getLong(HttpOptions.RETRY_BACKOFF_MAX_MS))),
                new EngineSettings.Codes(codes(config, SinkKeys.REJECT_CODES), codes(config, SinkKeys.SPLIT_CODES)),
                "all".equals(properties.get(ERRORS_TOLERANCE)),
                Ordering.valueOf(config.getString(SinkKeys.ORDERING).toUpperCase(Locale.ROOT)),
                converter == null ? "the worker's value.converter" : "value.converter (" + converter + ")");
    }

    /** Room for a batch to gather while another one is under way. */
    private static int recordsFor(int batchSize) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(EngineSettings.Backlog.RECORDS_DEFAULT, 2L * batchSize));
    }

    /** The key begins with the platform's name. */
    private static List<String> codes(AbstractConfig config, String key) {
        return config.values().keySet().stream()
                .filter(name -> name.endsWith("." + key))
                .findFirst()
                .map(config::getList)
                .orElseGet(List::of);
    }
}

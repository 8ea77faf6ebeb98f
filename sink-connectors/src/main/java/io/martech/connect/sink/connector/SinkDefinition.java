package io.martech.connect.sink.connector;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.PlatformAccess;
import io.martech.connect.account.Validation;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.http.AdaptiveConcurrencyLimit;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.dispatch.BatchBounds;
import io.martech.connect.sink.engine.EngineSettings;
import io.martech.connect.sink.engine.Ordering;
import io.martech.connect.sink.engine.SinkEngine;
import io.martech.connect.sink.operation.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * The parts of one sink, as a value: its connector and its task only pass it on.
 *
 * @param access how the platform is reached
 * @param options every option of the connector
 * @param rules the rules between the connector's own options; each fault is attributed to one option
 * @param parser parses a configuration into typed options
 * @param operation creates the operation that writes the records
 * @param <C> the typed options
 */
public record SinkDefinition<C extends AbstractConfig>(
        PlatformAccess<?> access,
        ConfigDef options,
        List<ConfigRule> rules,
        Function<Map<String, String>, C> parser,
        OperationFactory<C> operation) {

    /** Creates the operation of a task. */
    @FunctionalInterface
    public interface OperationFactory<C> {

        /** @param client the client for its requests; none is sent before the first record arrives */
        Operation<?> create(C options, PlatformClient client, TimeSource time);
    }

    Validation validation() {
        return new Validation(options, access.rulesWith(rules), access);
    }

    /** @throws ConfigException naming the invalid option */
    public C parse(Map<String, String> properties) {
        C parsed = parser.apply(properties);
        ConfigRule.require(access.rulesWith(rules), parsed.values());
        return parsed;
    }

    /**
     * Starts the engine, which takes over closing the client; without an engine the client is closed here.
     *
     * @param properties as received from the framework
     */
    SinkEngine<?> engine(Map<String, String> properties, SinkTaskContext context, TimeSource time) {
        C parsed = parse(properties);
        AdaptiveConcurrencyLimit limit =
                new AdaptiveConcurrencyLimit(parsed.getInt(HttpOptions.MAX_IN_FLIGHT_REQUESTS), time);
        PlatformClient client = access.open(parsed, time, limit);
        try {
            EngineSettings settings = SinkSettings.from(parsed, properties);
            return engineFor(operation.create(parsed, client, time), client, limit, context, settings, time);
        } catch (RuntimeException | Error failed) {
            client.close();
            throw failed;
        }
    }

    private static <P> SinkEngine<P> engineFor(
            Operation<P> operation,
            PlatformClient client,
            AdaptiveConcurrencyLimit limit,
            SinkTaskContext context,
            EngineSettings settings,
            TimeSource time) {
        return new SinkEngine<>(operation, client, limit::current, context, settings, time);
    }

    /** Derives the engine's settings from the shared options. */
    private static final class SinkSettings {

        private static final String NAME = "name";
        private static final String ERRORS_TOLERANCE = "errors.tolerance";
        private static final String VALUE_CONVERTER = "value.converter";

        private SinkSettings() {}

        /** @param properties as received from the framework: its own key says what happens to rejected records */
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

        /** Enough records to fill one batch while another is in flight. */
        private static int recordsFor(int batchSize) {
            return (int) Math.min(Integer.MAX_VALUE, Math.max(EngineSettings.Backlog.RECORDS_DEFAULT, 2L * batchSize));
        }

        /** The key is prefixed with the platform's name. */
        private static List<String> codes(AbstractConfig config, String key) {
            return config.values().keySet().stream()
                    .filter(name -> name.endsWith("." + key))
                    .findFirst()
                    .map(config::getList)
                    .orElseGet(List::of);
        }
    }
}

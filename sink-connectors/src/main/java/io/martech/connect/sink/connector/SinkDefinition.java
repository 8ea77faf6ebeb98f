package io.martech.connect.sink.connector;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.http.AdaptiveConcurrencyLimit;
import io.martech.connect.sink.engine.SinkEngine;
import io.martech.connect.sink.operation.Operation;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * What one sink is made of, by its configuration.
 *
 * @param config checked
 * @param connection opens the client; makes no call yet
 * @param operation what is done with records, through that client
 * @param <P> what a record becomes
 */
public record SinkDefinition<P>(
        AbstractConfig config,
        BiFunction<TimeSource, AdaptiveConcurrencyLimit, PlatformClient> connection,
        BiFunction<PlatformClient, TimeSource, Operation<P>> operation) {

    /**
     * Starts the engine, which closes the client in its time; nobody else would if there is no engine.
     *
     * @param properties as the framework gave them
     */
    SinkEngine<P> engine(Map<String, String> properties, SinkTaskContext context, TimeSource time) {
        AdaptiveConcurrencyLimit limit =
                new AdaptiveConcurrencyLimit(config.getInt(HttpOptions.MAX_IN_FLIGHT_REQUESTS), time);
        PlatformClient client = connection.apply(time, limit);
        try {
            return new SinkEngine<>(
                    operation.apply(client, time),
                    client,
                    limit::current,
                    context,
                    SinkSettings.from(config, properties),
                    time);
        } catch (RuntimeException | Error failed) {
            client.close();
            throw failed;
        }
    }
}

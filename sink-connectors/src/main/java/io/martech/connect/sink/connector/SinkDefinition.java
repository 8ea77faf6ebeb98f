package io.martech.connect.sink.connector;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.PlatformAccess;
import io.martech.connect.account.Validation;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.http.AdaptiveConcurrencyLimit;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.sink.engine.EngineSettings;
import io.martech.connect.sink.engine.SinkEngine;
import io.martech.connect.sink.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * All that one sink is made of, as a value: its connector and its task only pass it on.
 *
 * @param access how the platform is reached
 * @param options every option of the connector
 * @param rules what must hold between the connector's own options; each rule blames one
 * @param parser makes typed options of a configuration
 * @param operation what is done with records
 * @param <C> the typed options
 */
public record SinkDefinition<C extends AbstractConfig>(
        PlatformAccess<?> access,
        ConfigDef options,
        List<ConfigRule> rules,
        Function<Map<String, String>, C> parser,
        OperationFactory<C> operation) {

    /** Makes the operation of a task. */
    @FunctionalInterface
    public interface OperationFactory<C> {

        /** @param client through which it sends; no request is made before the first record comes */
        Operation<?> create(C options, PlatformClient client, TimeSource time);
    }

    Validation validation() {
        return new Validation(options, access.rulesWith(rules), access);
    }

    /** @throws ConfigException naming an option that is wrong */
    public C parse(Map<String, String> properties) {
        C parsed = parser.apply(properties);
        ConfigRule.require(access.rulesWith(rules), parsed.values());
        return parsed;
    }

    /**
     * Starts the engine, which closes the client in its time; nobody else would if there is no engine.
     *
     * @param properties as the framework gave them
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
}

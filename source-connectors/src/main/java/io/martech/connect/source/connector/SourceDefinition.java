package io.martech.connect.source.connector;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.PlatformAccess;
import io.martech.connect.account.Validation;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.http.AdaptiveConcurrencyLimit;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.source.endpoint.ParallelRequests;
import io.martech.connect.source.endpoint.SourceContext;
import io.martech.connect.source.endpoint.SourceEndpoint;
import io.martech.connect.source.engine.MemoryBudget;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.SourceOptions;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.reader.paged.OpenTailPriority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The parts of one source, as a value: its connector and its task only pass it on.
 *
 * @param access how the platform is reached
 * @param options every option of the connector
 * @param parse parses a configuration into typed options
 * @param rules the rules between the connector's own options; each fault is attributed to one option
 * @param endpoints the resources, in the order of the platform's document
 * @param <C> the typed options
 */
public record SourceDefinition<C extends SourceOptions>(
        PlatformAccess<?> access,
        ConfigDef options,
        Function<Map<String, String>, C> parse,
        List<ConfigRule> rules,
        List<? extends SourceEndpoint<C>> endpoints) {

    /** A source whose options need no further rules. */
    public SourceDefinition(
            PlatformAccess<?> access,
            ConfigDef options,
            Function<Map<String, String>, C> parse,
            List<? extends SourceEndpoint<C>> endpoints) {
        this(access, options, parse, List.of(), endpoints);
    }

    String platform() {
        return access.platform();
    }

    Validation validation() {
        List<ConfigRule> all = new ArrayList<>(rules);
        all.add(
                0,
                SourceOptions.progressHasATopicOfItsOwn(endpoints.stream()
                        .flatMap(endpoint -> endpoint.topics().stream())
                        .toList()));
        return new Validation(options, access.rulesWith(all), access);
    }

    /** Validates offsets that a user wants to store. */
    public AlteredOffsets<C> alteredOffsets(C parsed, TimeSource time) {
        return new AlteredOffsets<>(parsed, endpoints, time);
    }

    /** An engine that has not been started yet; makes no request. */
    SourceEngine engine(Map<String, String> properties, StoredCursors stored, TimeSource time) {
        C parsed = parse.apply(properties);
        int most = parsed.getInt(HttpOptions.MAX_IN_FLIGHT_REQUESTS);
        AdaptiveConcurrencyLimit limit = new AdaptiveConcurrencyLimit(most, time);
        PlatformClient client = access.openForRetryingCaller(parsed, time, limit);
        ParallelRequests parallel = new ParallelRequests(most, limit::current);
        MemoryBudget memory = parsed.newMemoryBudget();
        SourceContext<C> context =
                new SourceContext<>(parsed, client, stored, time, parallel, parallel, memory, new OpenTailPriority());
        Runnable connections = () -> {
            client.close();
            parallel.close();
        };
        return SourceEngine.reading(parsed, memory, name -> open(name, context), connections, stored, time);
    }

    /**
     * Creates the resource of that name. Makes no request.
     *
     * @throws IllegalArgumentException if there is no such resource
     */
    public Resource open(String name, SourceContext<C> context) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no resource '" + name + "'"))
                .open(context);
    }
}

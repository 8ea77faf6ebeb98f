package io.martech.connect.source.connector;

import io.martech.connect.account.ResolvedValues;
import io.martech.connect.account.UnknownKeys;
import io.martech.connect.account.Validation;
import io.martech.connect.client.ClientVersion;
import io.martech.connect.source.engine.SourceSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * What all sources do as connectors. Connect makes connectors by their class and without arguments, so each source has a class of
 * its own, which says only what it is made of.
 *
 * @param <C> the configuration
 */
public abstract class PlatformSourceConnector<C extends AbstractConfig> extends SourceConnector {

    private final Class<? extends Task> task;
    private final ConfigDef definition;
    private final Function<Map<String, String>, C> parse;
    private final Function<C, SourceSettings> common;
    private final Function<C, AlteredOffsets> offsetRules;
    private final Validation validation;
    private Map<String, String> properties;

    /**
     * @param common what every source has in common, of a configuration
     * @param offsetRules what a cursor must be like that a person wants to store
     */
    protected PlatformSourceConnector(
            Class<? extends Task> task,
            ConfigDef definition,
            Function<Map<String, String>, C> parse,
            Function<C, SourceSettings> common,
            Function<C, AlteredOffsets> offsetRules,
            Validation validation) {
        this.task = task;
        this.definition = definition;
        this.parse = parse;
        this.common = common;
        this.offsetRules = offsetRules;
        this.validation = validation;
    }

    @Override
    public final String version() {
        return ClientVersion.current();
    }

    @Override
    public final ConfigDef config() {
        return definition;
    }

    /**
     * Reports every fault on its own key, those between keys too. If there is none, {@code validate.credentials} is on, and a
     * trial spends nothing, it tries the credentials with one call of at most five seconds, unless the platform has taken or refused
     * them in the last minute.
     */
    @Override
    public final Config validate(Map<String, String> connectorConfigs) {
        return validation.complete(super.validate(connectorConfigs), connectorConfigs);
    }

    /** @throws ConfigException if a value was not resolved */
    @Override
    public final void start(Map<String, String> props) {
        ResolvedValues.require(definition.names(), props);
        new UnknownKeys(definition.names()).warn(props);
        // A copy that may hold null: Connect passes JSON's null on for keys that are not ours.
        properties = new HashMap<>(props);
    }

    @Override
    public final Class<? extends Task> taskClass() {
        return task;
    }

    /** Resources are spread; each is read by one task. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return ResourceGroups.spread(properties, settings(properties).resources(), maxTasks);
    }

    @Override
    public final void stop() {
        // Nothing is held here: tasks do the work.
    }

    @Override
    public final ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        return ExactlyOnceAnswer.of(settings(connectorConfig), connectorConfig);
    }

    /**
     * @param offsets by source partition; a null offset takes the partition away
     * @throws ConnectException if a partition or an offset cannot be used; the message shows the right form
     */
    @Override
    public final boolean alterOffsets(
            Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsetRules.apply(parse.apply(connectorConfig)).check(offsets);
        return true;
    }

    private SourceSettings settings(Map<String, String> configuration) {
        return common.apply(parse.apply(configuration));
    }
}

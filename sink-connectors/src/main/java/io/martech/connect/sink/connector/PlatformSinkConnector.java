package io.martech.connect.sink.connector;

import io.martech.connect.account.Validation;
import io.martech.connect.client.ClientVersion;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * What all sinks do as connectors. Connect makes connectors by their class and without arguments, so each sink has a class of its
 * own, which says only what it is made of.
 */
public abstract class PlatformSinkConnector extends SinkConnector {

    private final SinkDefinition<?> definition;
    private final Class<? extends Task> task;
    private final Validation validation;
    private Map<String, String> properties;
    private AbstractConfig settings;

    protected PlatformSinkConnector(SinkDefinition<?> definition, Class<? extends Task> task) {
        this.definition = definition;
        this.task = task;
        this.validation = definition.validation();
    }

    /** @throws ConfigException if a value is not valid, or was not resolved */
    @Override
    public final void start(Map<String, String> props) {
        validation.checkAtStart(props);
        settings = definition.parse(props);
        // A copy that may hold null: Connect passes JSON's null on for keys that are not ours.
        properties = Collections.unmodifiableMap(new HashMap<>(props));
    }

    @Override
    public final Class<? extends Task> taskClass() {
        return task;
    }

    /** Every task gets all keys: the framework shares the partitions out. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, properties);
    }

    @Override
    public final void stop() {
        // Nothing is held.
    }

    @Override
    public final ConfigDef config() {
        return definition.options();
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

    @Override
    public final String version() {
        return ClientVersion.current();
    }

    /** What the connector was started with. */
    protected final Map<String, String> properties() {
        return properties;
    }

    /** The same, parsed. */
    protected final AbstractConfig settings() {
        return settings;
    }
}

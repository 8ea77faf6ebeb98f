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
 * The connector of every sink. Connect instantiates connectors by class without arguments, so each sink has a subclass,
 * which only passes its definition.
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

    /** @throws ConfigException if a value is invalid, or a reference in it was not resolved */
    @Override
    public final void start(Map<String, String> props) {
        validation.checkAtStart(props);
        settings = definition.parse(props);
        // A copy that may contain null: Connect passes JSON's null for unknown keys.
        properties = Collections.unmodifiableMap(new HashMap<>(props));
    }

    @Override
    public final Class<? extends Task> taskClass() {
        return task;
    }

    /** Every task gets all keys: the framework assigns the partitions. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, properties);
    }

    @Override
    public final void stop() {
        // There is nothing to stop.
    }

    @Override
    public final ConfigDef config() {
        return definition.options();
    }

    /**
     * Reports every fault on its own key, including those between keys. If there is none, {@code validate.credentials} is
     * on, and it does not use up credentials, the credentials are verified with one call of at most five seconds, unless
     * the platform accepted or rejected them within the last minute.
     */
    @Override
    public final Config validate(Map<String, String> connectorConfigs) {
        return validation.complete(super.validate(connectorConfigs), connectorConfigs);
    }

    @Override
    public final String version() {
        return ClientVersion.current();
    }

    /** The configuration that the connector was started with. */
    protected final Map<String, String> properties() {
        return properties;
    }

    /** The parsed configuration. */
    protected final AbstractConfig settings() {
        return settings;
    }
}

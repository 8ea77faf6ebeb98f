package io.martech.connect.source.connector;

import io.martech.connect.account.Validation;
import io.martech.connect.client.ClientVersion;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.source.engine.SourceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.util.ConnectorUtils;

/**
 * The connector of every source. Connect instantiates connectors by class without arguments, so each source has a
 * subclass, which only passes its definition.
 */
public abstract class PlatformSourceConnector extends SourceConnector {

    private final SourceDefinition<?> definition;
    private final Class<? extends Task> task;
    private final Validation validation;
    private Map<String, String> properties;

    protected PlatformSourceConnector(SourceDefinition<?> definition, Class<? extends Task> task) {
        this.definition = definition;
        this.task = task;
        this.validation = definition.validation();
    }

    @Override
    public final String version() {
        return ClientVersion.current();
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

    /** @throws ConfigException if a reference in a value was not resolved */
    @Override
    public final void start(Map<String, String> props) {
        validation.checkAtStart(props);
        // A copy that may contain null: Connect passes JSON's null for unknown keys.
        properties = new HashMap<>(props);
    }

    @Override
    public final Class<? extends Task> taskClass() {
        return task;
    }

    /** The resources are divided among the tasks; each is read by one task. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return spread(properties, definition.parse().apply(properties).resources(), maxTasks);
    }

    /** One configuration per task: the connector's own, with the resources of that task. */
    static List<Map<String, String>> spread(Map<String, String> properties, List<String> resources, int maxTasks) {
        List<Map<String, String>> configurations = new ArrayList<>();
        for (List<String> group : ConnectorUtils.groupPartitions(resources, Math.min(maxTasks, resources.size()))) {
            Map<String, String> configuration = new HashMap<>(properties);
            configuration.put(SourceKeys.RESOURCES, String.join(",", group));
            configurations.add(configuration);
        }
        return configurations;
    }

    @Override
    public final void stop() {
        // There is nothing to stop: the tasks do the work.
    }

    /**
     * No version is emitted twice, since the cursor holds what was emitted. Without progress records the cursor is
     * carried by data records, which a transformation may drop: then a chunk may be repeated.
     */
    @Override
    public final ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        String transforms = connectorConfig.get("transforms");
        boolean dataMayBeDropped = transforms != null && !transforms.isBlank();
        return definition.parse().apply(connectorConfig).progressIsEnabled() || !dataMayBeDropped
                ? ExactlyOnceSupport.SUPPORTED
                : ExactlyOnceSupport.UNSUPPORTED;
    }

    /**
     * @param offsets by source partition; a null offset deletes the partition
     * @throws ConnectException if a partition or an offset is invalid; the message shows the correct form
     */
    @Override
    public final boolean alterOffsets(
            Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        checkOffsets(definition, connectorConfig, offsets);
        return true;
    }

    private static <C extends SourceOptions> void checkOffsets(
            SourceDefinition<C> definition, Map<String, String> config, Map<Map<String, ?>, Map<String, ?>> offsets) {
        definition
                .alteredOffsets(definition.parse().apply(config), TimeSource.system())
                .check(offsets);
    }
}

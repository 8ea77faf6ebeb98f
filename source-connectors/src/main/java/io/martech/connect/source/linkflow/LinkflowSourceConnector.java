package io.martech.connect.source.linkflow;

import io.martech.connect.client.ClientVersion;
import io.martech.connect.source.engine.ExactlyOnceAnswer;
import io.martech.connect.source.engine.ResourceGroups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Reads Linkflow: all history first, then what changes. One connector per account, since credentials belong to it; its
 * resources are spread over {@code tasks.max} tasks.
 */
public final class LinkflowSourceConnector extends SourceConnector {

    private final LinkflowSourceValidation validation = new LinkflowSourceValidation();

    private Map<String, String> properties;

    @Override
    public String version() {
        return ClientVersion.current();
    }

    @Override
    public ConfigDef config() {
        return LinkflowSourceConfig.definition();
    }

    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        return validation.check(super.validate(connectorConfigs), connectorConfigs);
    }

    @Override
    public void start(Map<String, String> props) {
        // A copy that may hold null: Connect passes JSON's null on for keys that are not ours.
        properties = new HashMap<>(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return LinkflowSourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return ResourceGroups.spread(
                properties, new LinkflowSourceConfig(properties).common().resources(), maxTasks);
    }

    @Override
    public void stop() {
        // Nothing is held here: tasks do the work.
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        return ExactlyOnceAnswer.of(new LinkflowSourceConfig(connectorConfig).common(), connectorConfig);
    }

    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> connectorConfig) {
        return ConnectorTransactionBoundaries.UNSUPPORTED;
    }

    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        new LinkflowOffsets(new LinkflowSourceConfig(connectorConfig)).check(offsets);
        return true;
    }
}

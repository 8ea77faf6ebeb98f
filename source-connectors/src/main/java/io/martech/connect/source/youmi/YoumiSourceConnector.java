package io.martech.connect.source.youmi;

import io.martech.connect.client.ClientVersion;
import io.martech.connect.source.engine.ExactlyOnceAnswer;
import io.martech.connect.source.engine.ResourceGroups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/** Reads Youmi: seven lists, each as a whole, of which it emits what is new or has changed. One connector per account. */
public final class YoumiSourceConnector extends SourceConnector {

    private Map<String, String> properties;

    @Override
    public String version() {
        return ClientVersion.current();
    }

    @Override
    public ConfigDef config() {
        return YoumiSourceConfig.definition();
    }

    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        return YoumiSourceValidation.check(super.validate(connectorConfigs), connectorConfigs);
    }

    @Override
    public void start(Map<String, String> props) {
        // A copy that may hold null: Connect passes JSON's null on for keys that are not ours.
        properties = new HashMap<>(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return YoumiSourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return ResourceGroups.spread(
                properties, new YoumiSourceConfig(properties).common().resources(), maxTasks);
    }

    @Override
    public void stop() {
        // Nothing is held here: tasks do the work.
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        return ExactlyOnceAnswer.of(new YoumiSourceConfig(connectorConfig).common(), connectorConfig);
    }

    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        YoumiOffsets.rules(new YoumiSourceConfig(connectorConfig)).check(offsets);
        return true;
    }
}

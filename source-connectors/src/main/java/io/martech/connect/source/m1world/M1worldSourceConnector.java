package io.martech.connect.source.m1world;

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

/**
 * Reads M1world: contacts, what they are sorted by, and what became of the e-mails sent to them. One connector per account, and
 * one task for all of its resources, whatever {@code tasks.max} is: they share the account's hourly quota, and what is new comes
 * before what is read again.
 */
public final class M1worldSourceConnector extends SourceConnector {

    private final M1worldSourceValidation validation = new M1worldSourceValidation();

    private Map<String, String> properties;

    @Override
    public String version() {
        return ClientVersion.current();
    }

    @Override
    public ConfigDef config() {
        return M1worldSourceConfig.definition();
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
        return M1worldSourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return ResourceGroups.spread(
                properties, new M1worldSourceConfig(properties).common().resources(), 1);
    }

    @Override
    public void stop() {
        // Nothing is held here: tasks do the work.
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        return ExactlyOnceAnswer.of(new M1worldSourceConfig(connectorConfig).common(), connectorConfig);
    }

    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        M1worldOffsets.rules(new M1worldSourceConfig(connectorConfig)).check(offsets);
        return true;
    }
}

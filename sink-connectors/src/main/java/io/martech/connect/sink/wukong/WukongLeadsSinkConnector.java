package io.martech.connect.sink.wukong;

import io.martech.connect.client.ClientVersion;
import io.martech.connect.config.RetryBackoffRule;
import io.martech.connect.sink.engine.ConfigRule;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * Imports records into Wukong as leads, at least once and in order per person. What was sent and not answered is sent again,
 * and may be imported twice.
 */
public final class WukongLeadsSinkConnector extends SinkConnector {

    private Map<String, String> properties;

    @Override
    public void start(Map<String, String> props) {
        new WukongLeadsConfig(props);
        properties = Collections.unmodifiableMap(new HashMap<>(props));
    }

    @Override
    public Class<? extends Task> taskClass() {
        return WukongLeadsSinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, properties);
    }

    @Override
    public void stop() {
        // Nothing is held.
    }

    @Override
    public ConfigDef config() {
        return WukongLeadsConfig.definition();
    }

    /** Reports every fault on its own key, those between keys too. Tokens are never tried: that would spend them. */
    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        Config validated = super.validate(connectorConfigs);
        RetryBackoffRule.check(validated);
        ConfigRule.addFaults(LeadRules.all(), validated);
        return validated;
    }

    @Override
    public String version() {
        return ClientVersion.current();
    }
}

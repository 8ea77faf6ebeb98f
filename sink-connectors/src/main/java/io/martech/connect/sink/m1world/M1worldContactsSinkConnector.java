package io.martech.connect.sink.m1world;

import io.martech.connect.client.ClientVersion;
import io.martech.connect.config.HttpKeys;
import io.martech.connect.config.RetryBackoffRule;
import io.martech.connect.sink.engine.ConfigRule;
import io.martech.connect.sink.setup.CredentialsTrial;
import io.martech.connect.sink.setup.SharedQuota;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Writes records into M1world as contacts, at least once and in order per person. */
public final class M1worldContactsSinkConnector extends SinkConnector {

    private final CredentialsTrial<M1worldConnection> credentials = M1worldConnection.trial();
    private Map<String, String> properties;

    @Override
    public void start(Map<String, String> props) {
        new M1worldContactsConfig(props);
        properties = Collections.unmodifiableMap(new HashMap<>(props));
    }

    @Override
    public Class<? extends Task> taskClass() {
        return M1worldContactsSinkTask.class;
    }

    /** The hourly quota is the connector's; each task gets its share. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        int quota = new M1worldContactsConfig(properties).getInt(HttpKeys.RATE_LIMIT_PER_HOUR);
        return SharedQuota.spread(properties, HttpKeys.RATE_LIMIT_PER_HOUR, quota, maxTasks);
    }

    @Override
    public void stop() {
        // Nothing is held.
    }

    @Override
    public ConfigDef config() {
        return M1worldContactsConfig.definition();
    }

    /**
     * Reports every fault on its own key, those between keys too. If there is none and {@code validate.credentials} is on,
     * tries the credentials with one call of at most five seconds, at most once a minute for an account.
     */
    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        Config validated = super.validate(connectorConfigs);
        RetryBackoffRule.check(validated);
        if (ConfigRule.addFaults(ContactRules.all(), validated)) {
            credentials.addFault(new M1worldContactsConfig(connectorConfigs), validated);
        }
        return validated;
    }

    @Override
    public String version() {
        return ClientVersion.current();
    }
}

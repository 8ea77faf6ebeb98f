package io.martech.connect.sink.linkflow;

import io.martech.connect.client.ClientVersion;
import io.martech.connect.config.RetryBackoffRule;
import io.martech.connect.sink.engine.ConfigRule;
import io.martech.connect.sink.setup.CredentialsTrial;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Lets contacts join and leave static groups of Linkflow, at least once and in order per contact. */
public final class LinkflowGroupMembersSinkConnector extends SinkConnector {

    private final CredentialsTrial<LinkflowConnection> credentials = LinkflowConnection.trial();
    private Map<String, String> properties;

    @Override
    public void start(Map<String, String> props) {
        new LinkflowGroupMembersConfig(props);
        properties = Collections.unmodifiableMap(new HashMap<>(props));
    }

    @Override
    public Class<? extends Task> taskClass() {
        return LinkflowGroupMembersSinkTask.class;
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
        return LinkflowGroupMembersConfig.definition();
    }

    /**
     * Reports every fault on its own key, those between keys too. If there is none and {@code validate.credentials} is on,
     * tries the credentials with one call of at most five seconds, at most once a minute for an account.
     */
    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        Config validated = super.validate(connectorConfigs);
        RetryBackoffRule.check(validated);
        if (ConfigRule.addFaults(LinkflowGroupMembersConfig.rules(), validated)) {
            credentials.addFault(new LinkflowGroupMembersConfig(connectorConfigs), validated);
        }
        return validated;
    }

    @Override
    public String version() {
        return ClientVersion.current();
    }
}

package io.martech.connect.source.m1world;

import io.martech.connect.account.Validation;
import io.martech.connect.account.m1world.M1worldConnection;
import io.martech.connect.source.connector.PlatformSourceConnector;
import java.util.List;
import java.util.Map;

/**
 * Reads M1world: contacts, what they are sorted by, and what became of the e-mails sent to them. One connector per account, and
 * one task for all of its resources, whatever {@code tasks.max} is: they share the account's hourly quota, and what is new comes
 * before what is read again.
 */
public final class M1worldSourceConnector extends PlatformSourceConnector<M1worldSourceConfig> {

    public M1worldSourceConnector() {
        super(
                M1worldSourceTask.class,
                M1worldSourceConfig.definition(),
                M1worldSourceConfig::new,
                M1worldSourceConfig::common,
                M1worldOffsets::rules,
                Validation.of(M1worldSourceRules.all(), M1worldSourceConfig::new, M1worldConnection.trial()));
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return super.taskConfigs(1);
    }
}

package io.martech.connect.sink.m1world;

import io.martech.connect.account.Validation;
import io.martech.connect.account.m1world.M1worldConnection;
import io.martech.connect.options.HttpKeys;
import io.martech.connect.sink.connector.PlatformSinkConnector;
import io.martech.connect.sink.connector.SharedQuota;
import java.util.List;
import java.util.Map;

/** Writes records into M1world as contacts, at least once and in order per person. */
public final class M1worldContactsSinkConnector extends PlatformSinkConnector {

    public M1worldContactsSinkConnector() {
        super(
                M1worldContactsSinkTask.class,
                M1worldContactsConfig.definition(),
                M1worldContactsConfig::new,
                Validation.of(ContactRules.all(), M1worldContactsConfig::new, M1worldConnection.trial()));
    }

    /** The hourly quota is the connector's; each task gets its share. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        int quota = settings().getInt(HttpKeys.RATE_LIMIT_PER_HOUR);
        return SharedQuota.spread(properties(), HttpKeys.RATE_LIMIT_PER_HOUR, quota, maxTasks);
    }
}

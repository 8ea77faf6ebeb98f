package io.martech.connect.sink.m1world;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.Validation;
import io.martech.connect.account.m1world.M1worldAccountOptions;
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
                new Validation(M1worldContactsConfig.definition(), ContactRules.all(), M1worldAccountOptions.ACCESS));
    }

    /** The hourly quota is the connector's; each task gets its share. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        int quota = settings().getInt(HttpOptions.RATE_LIMIT_PER_HOUR);
        return SharedQuota.spread(properties(), HttpOptions.RATE_LIMIT_PER_HOUR, quota, maxTasks);
    }
}

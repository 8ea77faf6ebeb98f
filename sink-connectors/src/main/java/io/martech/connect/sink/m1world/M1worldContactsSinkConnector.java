package io.martech.connect.sink.m1world;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.m1world.M1worldAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkConnector;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SharedQuota;
import io.martech.connect.sink.connector.SinkDefinition;
import java.util.List;
import java.util.Map;

/** Writes records into M1world as contacts, at least once and in order per contact. */
public final class M1worldContactsSinkConnector extends PlatformSinkConnector {

    /** The parts of connector and task. */
    public static final SinkDefinition<M1worldContactsOptions> DEFINITION = new SinkDefinition<>(
            M1worldAccountOptions.ACCESS,
            M1worldContactsOptions.definition(),
            M1worldContactsOptions.rules(),
            M1worldContactsOptions::new,
            (options, client, time) -> options.operation(client, time));

    public M1worldContactsSinkConnector() {
        super(DEFINITION, Task.class);
    }

    /** The hourly quota applies to the connector; each task gets its share. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        int quota = settings().getInt(HttpOptions.RATE_LIMIT_PER_HOUR);
        return SharedQuota.spread(properties(), HttpOptions.RATE_LIMIT_PER_HOUR, quota, maxTasks);
    }

    public static final class Task extends PlatformSinkTask {

        public Task() {
            super(DEFINITION);
        }
    }
}

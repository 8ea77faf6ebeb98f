package io.martech.connect.sink.m1world;

import io.martech.connect.account.m1world.M1worldAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;
import java.util.Map;

/** A task of {@link M1worldContactsSinkConnector}. */
public final class M1worldContactsSinkTask extends PlatformSinkTask {

    public M1worldContactsSinkTask() {
        super(M1worldContactsSinkTask::plan);
    }

    private static SinkDefinition<ContactWrite> plan(Map<String, String> properties) {
        M1worldContactsConfig config = new M1worldContactsConfig(properties);
        return new SinkDefinition<>(
                config,
                (time, limit) -> M1worldAccountOptions.ACCESS.open(config, time, limit),
                (client, time) -> new ContactsOperationFactory(config, client, time).operation());
    }
}

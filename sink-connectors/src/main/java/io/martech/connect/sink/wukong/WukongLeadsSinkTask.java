package io.martech.connect.sink.wukong;

import io.martech.connect.account.wukong.WukongAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;
import java.util.Map;

/** A task of {@link WukongLeadsSinkConnector}. */
public final class WukongLeadsSinkTask extends PlatformSinkTask {

    public WukongLeadsSinkTask() {
        super(WukongLeadsSinkTask::plan);
    }

    private static SinkDefinition<Lead> plan(Map<String, String> properties) {
        WukongLeadsConfig config = new WukongLeadsConfig(properties);
        return new SinkDefinition<>(
                config,
                (time, limit) -> WukongAccountOptions.ACCESS.open(config, time, limit),
                (client, time) -> new LeadsOperationFactory(config).operation());
    }
}

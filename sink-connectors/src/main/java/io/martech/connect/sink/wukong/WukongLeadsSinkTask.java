package io.martech.connect.sink.wukong;

import io.martech.connect.account.wukong.WukongConnection;
import io.martech.connect.sink.setup.PlannedSinkTask;
import io.martech.connect.sink.setup.SinkPlan;
import java.util.Map;

/** A task of {@link WukongLeadsSinkConnector}. */
public final class WukongLeadsSinkTask extends PlannedSinkTask {

    public WukongLeadsSinkTask() {
        super(WukongLeadsSinkTask::plan);
    }

    private static SinkPlan<Lead> plan(Map<String, String> properties) {
        WukongLeadsConfig config = new WukongLeadsConfig(properties);
        return new SinkPlan<>(
                config, WukongConnection.from(config)::open, (client, time) -> new LeadsOperationFactory(config)
                        .operation());
    }
}

package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowConnection;
import io.martech.connect.sink.setup.PlannedSinkTask;
import io.martech.connect.sink.setup.SinkPlan;
import java.util.Map;

/** A task of {@link LinkflowDimensionsSinkConnector}. */
public final class LinkflowDimensionsSinkTask extends PlannedSinkTask {

    public LinkflowDimensionsSinkTask() {
        super(LinkflowDimensionsSinkTask::plan);
    }

    private static SinkPlan<DimensionRow> plan(Map<String, String> properties) {
        LinkflowDimensionsConfig config = new LinkflowDimensionsConfig(properties);
        return new SinkPlan<>(config, LinkflowConnection.from(config)::open, (client, time) -> config.operation());
    }
}

package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;
import io.martech.connect.sink.linkflow.dimension.DimensionsOperation;
import java.util.Map;

/** A task of {@link LinkflowDimensionsSinkConnector}. */
public final class LinkflowDimensionsSinkTask extends PlatformSinkTask {

    public LinkflowDimensionsSinkTask() {
        super(LinkflowDimensionsSinkTask::plan);
    }

    private static SinkDefinition<DimensionsOperation.Row> plan(Map<String, String> properties) {
        LinkflowDimensionsConfig config = new LinkflowDimensionsConfig(properties);
        return new SinkDefinition<>(
                config,
                (time, limit) -> LinkflowAccountOptions.ACCESS.open(config, time, limit),
                (client, time) -> config.operation());
    }
}

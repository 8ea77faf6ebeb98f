package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowConnection;
import io.martech.connect.sink.setup.PlannedSinkTask;
import io.martech.connect.sink.setup.SinkPlan;
import java.util.Map;

/** A task of {@link LinkflowTagValuesSinkConnector}. */
public final class LinkflowTagValuesSinkTask extends PlannedSinkTask {

    public LinkflowTagValuesSinkTask() {
        super(LinkflowTagValuesSinkTask::plan);
    }

    private static SinkPlan<PersonTags> plan(Map<String, String> properties) {
        LinkflowTagValuesConfig config = new LinkflowTagValuesConfig(properties);
        return new SinkPlan<>(
                config,
                LinkflowConnection.from(config)::open,
                (client, time) -> new TagValuesOperationFactory(config, client, time).operation());
    }
}

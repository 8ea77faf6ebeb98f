package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowConnection;
import io.martech.connect.sink.setup.PlannedSinkTask;
import io.martech.connect.sink.setup.SinkPlan;
import java.util.Map;

/** A task of {@link LinkflowMessagesSinkConnector}. */
public final class LinkflowMessagesSinkTask extends PlannedSinkTask {

    public LinkflowMessagesSinkTask() {
        super(LinkflowMessagesSinkTask::plan);
    }

    private static SinkPlan<LinkflowMessage> plan(Map<String, String> properties) {
        LinkflowMessagesConfig config = new LinkflowMessagesConfig(properties);
        return new SinkPlan<>(
                config,
                LinkflowConnection.from(config)::open,
                (client, time) -> new MessagesOperationFactory(config, time).operation());
    }
}

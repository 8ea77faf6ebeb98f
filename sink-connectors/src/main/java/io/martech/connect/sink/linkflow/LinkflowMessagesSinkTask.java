package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;
import io.martech.connect.sink.linkflow.message.LinkflowMessage;
import java.util.Map;

/** A task of {@link LinkflowMessagesSinkConnector}. */
public final class LinkflowMessagesSinkTask extends PlatformSinkTask {

    public LinkflowMessagesSinkTask() {
        super(LinkflowMessagesSinkTask::plan);
    }

    private static SinkDefinition<LinkflowMessage> plan(Map<String, String> properties) {
        LinkflowMessagesConfig config = new LinkflowMessagesConfig(properties);
        return new SinkDefinition<>(
                config,
                (time, limit) -> LinkflowAccountOptions.ACCESS.open(config, time, limit),
                (client, time) -> new MessagesOperationFactory(config, time).operation());
    }
}

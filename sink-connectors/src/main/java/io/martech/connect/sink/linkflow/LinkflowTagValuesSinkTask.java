package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;
import io.martech.connect.sink.linkflow.tag.PersonTags;
import java.util.Map;

/** A task of {@link LinkflowTagValuesSinkConnector}. */
public final class LinkflowTagValuesSinkTask extends PlatformSinkTask {

    public LinkflowTagValuesSinkTask() {
        super(LinkflowTagValuesSinkTask::plan);
    }

    private static SinkDefinition<PersonTags> plan(Map<String, String> properties) {
        LinkflowTagValuesConfig config = new LinkflowTagValuesConfig(properties);
        return new SinkDefinition<>(
                config,
                (time, limit) -> LinkflowAccountOptions.ACCESS.open(config, time, limit),
                (client, time) -> new TagValuesOperationFactory(config, client, time).operation());
    }
}

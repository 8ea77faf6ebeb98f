package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;
import io.martech.connect.sink.linkflow.group.Membership;
import java.util.Map;

/** A task of {@link LinkflowGroupMembersSinkConnector}. */
public final class LinkflowGroupMembersSinkTask extends PlatformSinkTask {

    public LinkflowGroupMembersSinkTask() {
        super(LinkflowGroupMembersSinkTask::plan);
    }

    private static SinkDefinition<Membership> plan(Map<String, String> properties) {
        LinkflowGroupMembersConfig config = new LinkflowGroupMembersConfig(properties);
        return new SinkDefinition<>(
                config, (time, limit) -> LinkflowAccountOptions.ACCESS.open(config, time, limit), config::operation);
    }
}

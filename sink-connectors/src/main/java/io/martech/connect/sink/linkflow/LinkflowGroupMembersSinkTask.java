package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowConnection;
import io.martech.connect.sink.setup.PlannedSinkTask;
import io.martech.connect.sink.setup.SinkPlan;
import java.util.Map;

/** A task of {@link LinkflowGroupMembersSinkConnector}. */
public final class LinkflowGroupMembersSinkTask extends PlannedSinkTask {

    public LinkflowGroupMembersSinkTask() {
        super(LinkflowGroupMembersSinkTask::plan);
    }

    private static SinkPlan<Membership> plan(Map<String, String> properties) {
        LinkflowGroupMembersConfig config = new LinkflowGroupMembersConfig(properties);
        return new SinkPlan<>(config, LinkflowConnection.from(config)::open, config::operation);
    }
}

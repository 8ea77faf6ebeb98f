package io.martech.connect.sink.linkflow;

import io.martech.connect.sink.contract.SinkConnectorContract;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;

class LinkflowGroupMembersSinkConnectorTest extends SinkConnectorContract {

    @Override
    protected SimulatedLinkflow newPlatform() {
        return new SimulatedLinkflow(1);
    }

    @Override
    protected SinkConnector connector() {
        return new LinkflowGroupMembersSinkConnector();
    }

    @Override
    protected Class<? extends SinkTask> taskClass() {
        return LinkflowGroupMembersSinkConnector.Task.class;
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.members(more);
    }

    @Override
    protected String requiredKey() {
        return "group.name";
    }
}

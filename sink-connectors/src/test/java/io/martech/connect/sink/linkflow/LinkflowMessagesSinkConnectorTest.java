package io.martech.connect.sink.linkflow;

import io.martech.connect.sink.contract.SinkConnectorContract;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;

class LinkflowMessagesSinkConnectorTest extends SinkConnectorContract {

    @Override
    protected SimulatedLinkflow newPlatform() {
        return new SimulatedLinkflow(1);
    }

    @Override
    protected SinkConnector connector() {
        return new LinkflowMessagesSinkConnector();
    }

    @Override
    protected Class<? extends SinkTask> taskClass() {
        return LinkflowMessagesSinkConnector.Task.class;
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.contacts(more);
    }

    @Override
    protected String requiredKey() {
        return "channel.key";
    }
}

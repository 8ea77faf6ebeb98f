package io.martech.connect.sink.linkflow;

import java.util.Map;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;

class LinkflowMessagesSinkConnectorTest extends SinkConnectorContract {

    @Override
    SinkConnector connector() {
        return new LinkflowMessagesSinkConnector();
    }

    @Override
    Class<? extends SinkTask> taskClass() {
        return LinkflowMessagesSinkTask.class;
    }

    @Override
    Map<String, String> least(String... more) {
        return Configs.contacts(more);
    }

    @Override
    String requiredKey() {
        return "channel.key";
    }
}

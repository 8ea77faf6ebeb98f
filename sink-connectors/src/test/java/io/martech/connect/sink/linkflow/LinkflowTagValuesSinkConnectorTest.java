package io.martech.connect.sink.linkflow;

import java.util.Map;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;

class LinkflowTagValuesSinkConnectorTest extends SinkConnectorContract {

    @Override
    SinkConnector connector() {
        return new LinkflowTagValuesSinkConnector();
    }

    @Override
    Class<? extends SinkTask> taskClass() {
        return LinkflowTagValuesSinkTask.class;
    }

    @Override
    Map<String, String> least(String... more) {
        return Configs.tags(more);
    }

    @Override
    String requiredKey() {
        return "identity.fields";
    }
}

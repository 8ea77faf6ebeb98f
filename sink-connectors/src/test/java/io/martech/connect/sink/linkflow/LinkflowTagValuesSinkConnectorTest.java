package io.martech.connect.sink.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sink.contract.CapturedLog;
import io.martech.connect.sink.contract.SinkConnectorContract;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.Test;

class LinkflowTagValuesSinkConnectorTest extends SinkConnectorContract {

    @Override
    protected SimulatedLinkflow newPlatform() {
        return new SimulatedLinkflow(1);
    }

    @Override
    protected SinkConnector connector() {
        return new LinkflowTagValuesSinkConnector();
    }

    @Override
    protected Class<? extends SinkTask> taskClass() {
        return LinkflowTagValuesSinkConnector.Task.class;
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.tags(more);
    }

    @Override
    protected String requiredKey() {
        return "identity.fields";
    }

    @Test
    void one_task_writes_all_files() {
        SinkConnector connector = connector();
        connector.start(Configs.tagFiles());
        try (CapturedLog log = new CapturedLog()) {
            assertThat(connector.taskConfigs(1)).hasSize(1);
            assertThat(log.aboveDebug()).isEmpty();
            assertThat(connector.taskConfigs(3)).containsExactly(Configs.tagFiles());
            assertThat(connector.taskConfigs(3)).hasSize(1);
            assertThat(log.aboveDebug()).singleElement().asString().contains("tasks.max", "tags.write.mode");
        }
        connector.stop();
    }
}

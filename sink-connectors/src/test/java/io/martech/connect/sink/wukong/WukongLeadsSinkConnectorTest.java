package io.martech.connect.sink.wukong;

import io.martech.connect.sink.contract.SimulatedPlatform;
import io.martech.connect.sink.contract.SinkConnectorContract;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.sink.SinkTask;

class WukongLeadsSinkConnectorTest extends SinkConnectorContract {

    @Override
    protected SinkConnector connector() {
        return new WukongLeadsSinkConnector();
    }

    @Override
    protected Class<? extends SinkTask> taskClass() {
        return WukongLeadsSinkConnector.Task.class;
    }

    @Override
    protected Map<String, String> least(String... more) {
        return WukongLeadsConfigTest.leads(more);
    }

    @Override
    protected String requiredKey() {
        return "wukong.uid";
    }

    @Override
    protected SimulatedPlatform newPlatform() {
        return new SimulatedWukong();
    }
}

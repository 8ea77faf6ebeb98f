package io.martech.connect.sink.wukong;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;

import io.martech.connect.sink.contract.PrivacyContract;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

class WukongLeadsPrivacyTest extends PrivacyContract<SimulatedWukong> {

    @Override
    protected SimulatedWukong newPlatform() {
        return new SimulatedWukong();
    }

    @Override
    protected SinkTask newTask() {
        return new WukongLeadsSinkConnector.Task();
    }

    @Override
    protected Map<String, String> least(String... more) {
        Map<String, String> config = WukongLeadsConfigTest.leads(more);
        config.put("wukong.reject.codes", "40035");
        return config;
    }

    @Override
    protected SinkRecord good(long offset) {
        return recordAt(offset, map("mobile", phone, "name", NAME));
    }

    @Override
    protected SinkRecord refused(long offset) {
        return recordAt(offset, map("mobile", phone, "name", NAME + " poison"));
    }

    @Override
    protected SinkRecord unsuitable(long offset) {
        return recordAt(offset, map("mobile", phone, "name", List.of(NAME)));
    }

    @Override
    protected boolean refusalNamesThePerson() {
        return false;
    }
}

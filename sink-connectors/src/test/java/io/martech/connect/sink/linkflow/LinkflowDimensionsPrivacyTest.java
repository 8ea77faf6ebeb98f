package io.martech.connect.sink.linkflow;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;

import io.martech.connect.sink.contract.PrivacyContract;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

class LinkflowDimensionsPrivacyTest extends PrivacyContract<SimulatedLinkflow> {

    @Override
    protected SimulatedLinkflow newPlatform() {
        return new SimulatedLinkflow(1);
    }

    @Override
    protected SinkTask newTask() {
        return new LinkflowDimensionsSinkConnector.Task();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.dimensions(more);
    }

    @Override
    protected void prepare(SimulatedLinkflow platform) {
        platform.platform.dimensions().add(Configs.TABLE, "id", "phone");
    }

    @Override
    protected SinkRecord good(long offset) {
        return recordAt(offset, map("id", offset, "phone", phone, "owner", NAME));
    }

    @Override
    protected SinkRecord refused(long offset) {
        return recordAt(offset, map("id", offset, "mobile", phone, "owner", NAME));
    }

    @Override
    protected SinkRecord unsuitable(long offset) {
        return recordAt(offset, map("phone", phone, "owner", NAME));
    }

    @Override
    protected boolean refusalNamesThePerson() {
        return false;
    }
}

package io.martech.connect.sink.linkflow;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;

import io.martech.connect.sink.contract.PrivacyContract;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

class LinkflowMessagesPrivacyTest extends PrivacyContract<SimulatedLinkflow> {

    @Override
    protected SimulatedLinkflow newPlatform() {
        return new SimulatedLinkflow(1);
    }

    @Override
    protected SinkTask newTask() {
        return new LinkflowMessagesSinkConnector.Task();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.contacts(more);
    }

    @Override
    protected SinkRecord good(long offset) {
        return recordAt(offset, map("mobilePhone", phone, "name", NAME));
    }

    @Override
    protected SinkRecord refused(long offset) {
        return recordAt(offset, map("mobilePhone", phone, "name", NAME, "poison", NAME));
    }

    @Override
    protected SinkRecord unsuitable(long offset) {
        return recordAt(offset, map("mobilePhone", List.of(phone), "name", NAME));
    }

    @Override
    protected boolean refusalNamesThePerson() {
        return true;
    }
}

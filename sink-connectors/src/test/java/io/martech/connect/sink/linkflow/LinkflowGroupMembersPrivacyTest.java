package io.martech.connect.sink.linkflow;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;

import io.martech.connect.sink.contract.PrivacyContract;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

class LinkflowGroupMembersPrivacyTest extends PrivacyContract<SimulatedLinkflow> {

    @Override
    protected SimulatedLinkflow newPlatform() {
        return new SimulatedLinkflow(1);
    }

    @Override
    protected SinkTask newTask() {
        return new LinkflowGroupMembersSinkConnector.Task();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.members(more);
    }

    private long contact;

    @Override
    protected void prepare(SimulatedLinkflow platform) {
        platform.platform.groups().add(Configs.GROUP, "static");
        contact = platform.platform.contacts().insert();
    }

    @Override
    protected SinkRecord good(long offset) {
        return recordAt(offset, map("contactId", contact, "phone", phone, "owner", NAME));
    }

    @Override
    protected SinkRecord refused(long offset) {
        return recordAt(offset, map("contactId", 4L, "phone", phone, "owner", NAME));
    }

    @Override
    protected SinkRecord unsuitable(long offset) {
        return recordAt(offset, map("contactId", NAME, "phone", phone));
    }

    @Override
    protected boolean refusalNamesThePerson() {
        return false;
    }
}

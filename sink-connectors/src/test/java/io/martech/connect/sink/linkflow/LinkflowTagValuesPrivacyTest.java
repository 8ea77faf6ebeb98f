package io.martech.connect.sink.linkflow;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;

import io.martech.connect.sink.contract.PrivacyContract;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

class LinkflowTagValuesPrivacyTest extends PrivacyContract<SimulatedLinkflow> {

    @Override
    protected SimulatedLinkflow newPlatform() {
        return new SimulatedLinkflow(1);
    }

    @Override
    protected SinkTask newTask() {
        return new LinkflowTagValuesSinkConnector.Task();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.tags(more);
    }

    @Override
    protected void prepare(SimulatedLinkflow platform) {
        platform.platform.tags().add("tag_name", "text");
        long contact = platform.platform.contacts().insert();
        phone = platform.platform
                .contacts()
                .find(contact)
                .orElseThrow()
                .path("mobilePhone")
                .asText();
    }

    @Override
    protected SinkRecord good(long offset) {
        return recordAt(offset, map("mobilePhone", phone, "tag_name", NAME));
    }

    @Override
    protected SinkRecord refused(long offset) {
        return recordAt(offset, map("mobilePhone", phone, "tag_name", "poison"));
    }

    @Override
    protected SinkRecord unsuitable(long offset) {
        return recordAt(offset, map("mobilePhone", phone, "tag_name", List.of(phone + "," + NAME)));
    }

    @Override
    protected boolean refusalNamesThePerson() {
        return false;
    }
}

package io.martech.connect.sink.m1world;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;

import io.martech.connect.sink.contract.PrivacyContract;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

class M1worldContactsPrivacyTest extends PrivacyContract<SimulatedM1world> {

    @Override
    protected SimulatedM1world newPlatform() {
        return new SimulatedM1world();
    }

    @Override
    protected SinkTask newTask() {
        return new M1worldContactsSinkConnector.Task();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return M1worldContactsConfigTest.withKey(more);
    }

    @Override
    protected SinkRecord good(long offset) {
        return recordAt(offset, map("mobilePhone", phone, "fullName", NAME));
    }

    @Override
    protected SinkRecord refused(long offset) {
        return recordAt(offset, map("mobilePhone", phone, "fullName", NAME + " poison"));
    }

    @Override
    protected SinkRecord unsuitable(long offset) {
        return recordAt(offset, map("mobilePhone", phone, "fullName", List.of(NAME)));
    }

    @Override
    protected boolean refusalNamesThePerson() {
        return false;
    }
}

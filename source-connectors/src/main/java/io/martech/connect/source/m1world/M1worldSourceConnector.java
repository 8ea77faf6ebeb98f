package io.martech.connect.source.m1world;

import io.martech.connect.account.m1world.M1worldAccountOptions;
import io.martech.connect.source.connector.PlatformSourceConnector;
import io.martech.connect.source.connector.PlatformSourceTask;
import io.martech.connect.source.connector.SourceDefinition;
import java.util.List;
import java.util.Map;

/**
 * Reads M1world: contacts, their groups, tags and properties, and the e-mails sent to them. One connector per account,
 * and one task for all of its resources, regardless of {@code tasks.max}: they share the account's hourly quota, and
 * new rows have priority over re-reading.
 */
public final class M1worldSourceConnector extends PlatformSourceConnector {

    /** The parts of connector and task. */
    public static final SourceDefinition<M1worldSourceOptions> DEFINITION = new SourceDefinition<>(
            M1worldAccountOptions.ACCESS,
            M1worldSourceOptions.definition(),
            M1worldSourceOptions::new,
            M1worldEndpoints.ALL);

    public M1worldSourceConnector() {
        super(DEFINITION, Task.class);
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return super.taskConfigs(1);
    }

    public static final class Task extends PlatformSourceTask {

        public Task() {
            super(DEFINITION);
        }
    }
}

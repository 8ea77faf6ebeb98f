package io.martech.connect.source.wukong;

import io.martech.connect.account.wukong.WukongAccountOptions;
import io.martech.connect.source.connector.PlatformSourceConnector;
import io.martech.connect.source.connector.PlatformSourceTask;
import io.martech.connect.source.connector.SourceDefinition;

/** Reads Wukong: leads day by day, and their lists. One connector per account. */
public final class WukongSourceConnector extends PlatformSourceConnector {

    /** The parts of connector and task. */
    public static final SourceDefinition<WukongSourceOptions> DEFINITION = new SourceDefinition<>(
            WukongAccountOptions.ACCESS,
            WukongSourceOptions.definition(),
            WukongSourceOptions::new,
            WukongSourceOptions.rules(),
            WukongEndpoints.ALL);

    public WukongSourceConnector() {
        super(DEFINITION, Task.class);
    }

    public static final class Task extends PlatformSourceTask {

        public Task() {
            super(DEFINITION);
        }
    }
}

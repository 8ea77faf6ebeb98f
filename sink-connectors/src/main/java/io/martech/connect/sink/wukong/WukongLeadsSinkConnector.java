package io.martech.connect.sink.wukong;

import io.martech.connect.account.wukong.WukongAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkConnector;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;

/**
 * Imports records into Wukong as leads, at least once and in order per contact. A request without a response is sent
 * again, and its leads may be imported twice.
 */
public final class WukongLeadsSinkConnector extends PlatformSinkConnector {

    /** The parts of connector and task. */
    public static final SinkDefinition<WukongLeadsOptions> DEFINITION = new SinkDefinition<>(
            WukongAccountOptions.ACCESS,
            WukongLeadsOptions.definition(),
            WukongLeadsOptions.rules(),
            WukongLeadsOptions::new,
            (options, client, time) -> options.operation());

    public WukongLeadsSinkConnector() {
        super(DEFINITION, Task.class);
    }

    public static final class Task extends PlatformSinkTask {

        public Task() {
            super(DEFINITION);
        }
    }
}

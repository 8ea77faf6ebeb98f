package io.martech.connect.source.youmi;

import io.martech.connect.account.youmi.YoumiAccountOptions;
import io.martech.connect.source.connector.PlatformSourceConnector;
import io.martech.connect.source.connector.PlatformSourceTask;
import io.martech.connect.source.connector.SourceDefinition;

/** Reads Youmi: seven full listings, of which it emits new and changed rows. One connector per account. */
public final class YoumiSourceConnector extends PlatformSourceConnector {

    /** The parts of connector and task. */
    public static final SourceDefinition<YoumiSourceOptions> DEFINITION = new SourceDefinition<>(
            YoumiAccountOptions.ACCESS, YoumiSourceOptions.definition(), YoumiSourceOptions::new, YoumiEndpoints.ALL);

    public YoumiSourceConnector() {
        super(DEFINITION, Task.class);
    }

    public static final class Task extends PlatformSourceTask {

        public Task() {
            super(DEFINITION);
        }
    }
}

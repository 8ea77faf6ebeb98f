package io.martech.connect.source.youmi;

import io.martech.connect.account.youmi.YoumiAccountOptions;
import io.martech.connect.source.connector.PlatformSourceConnector;
import io.martech.connect.source.connector.PlatformSourceTask;
import io.martech.connect.source.connector.SourceDefinition;

/** Reads Youmi: seven lists, each as a whole, of which it emits what is new or has changed. One connector per account. */
public final class YoumiSourceConnector extends PlatformSourceConnector {

    /** What connector and task are made of. */
    public static final SourceDefinition<YoumiSourceOptions> DEFINITION = new SourceDefinition<>(
            YoumiAccountOptions.ACCESS, YoumiSourceOptions.definition(), YoumiSourceOptions::new, YoumiEndpoints.ALL);

    public YoumiSourceConnector() {
        super(DEFINITION, Task.class);
    }

    /** Its task. */
    public static final class Task extends PlatformSourceTask {

        public Task() {
            super(DEFINITION);
        }
    }
}

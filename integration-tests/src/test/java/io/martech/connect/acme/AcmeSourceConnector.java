package io.martech.connect.acme;

import io.martech.connect.source.connector.PlatformSourceConnector;
import io.martech.connect.source.connector.PlatformSourceTask;
import io.martech.connect.source.connector.SourceDefinition;

/** Reads Acme. */
public final class AcmeSourceConnector extends PlatformSourceConnector {

    static final SourceDefinition<AcmeSourceOptions> DEFINITION = new SourceDefinition<>(
            AcmeAccount.ACCESS, AcmeSourceOptions.definition(), AcmeSourceOptions::new, AcmeEndpoints.ALL);

    public AcmeSourceConnector() {
        super(DEFINITION, Task.class);
    }

    /** Its task. */
    public static final class Task extends PlatformSourceTask {

        public Task() {
            super(DEFINITION);
        }
    }
}

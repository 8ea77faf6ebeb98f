package io.martech.connect.source.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.source.connector.PlatformSourceConnector;
import io.martech.connect.source.connector.PlatformSourceTask;
import io.martech.connect.source.connector.SourceDefinition;

/**
 * Reads Linkflow: all history first, then what changes. One connector per account, since credentials belong to it; its
 * resources are spread over {@code tasks.max} tasks.
 */
public final class LinkflowSourceConnector extends PlatformSourceConnector {

    /** What connector and task are made of. */
    public static final SourceDefinition<LinkflowSourceOptions> DEFINITION = new SourceDefinition<>(
            LinkflowAccountOptions.ACCESS,
            LinkflowSourceOptions.definition(),
            LinkflowSourceOptions::new,
            LinkflowSourceOptions.rules(),
            LinkflowEndpoints.ALL);

    public LinkflowSourceConnector() {
        super(DEFINITION, Task.class);
    }

    /** Its task. */
    public static final class Task extends PlatformSourceTask {

        public Task() {
            super(DEFINITION);
        }
    }
}

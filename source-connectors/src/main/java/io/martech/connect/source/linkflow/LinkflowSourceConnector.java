package io.martech.connect.source.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.source.connector.PlatformSourceConnector;
import io.martech.connect.source.connector.PlatformSourceTask;
import io.martech.connect.source.connector.SourceDefinition;

/**
 * Reads Linkflow: the whole history first, then changes. One connector per account; its resources are divided among
 * {@code tasks.max} tasks.
 */
public final class LinkflowSourceConnector extends PlatformSourceConnector {

    /** The parts of connector and task. */
    public static final SourceDefinition<LinkflowSourceOptions> DEFINITION = new SourceDefinition<>(
            LinkflowAccountOptions.ACCESS,
            LinkflowSourceOptions.definition(),
            LinkflowSourceOptions::new,
            LinkflowSourceOptions.rules(),
            LinkflowEndpoints.ALL);

    public LinkflowSourceConnector() {
        super(DEFINITION, Task.class);
    }

    public static final class Task extends PlatformSourceTask {

        public Task() {
            super(DEFINITION);
        }
    }
}

package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkConnector;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;
import io.martech.connect.sink.linkflow.dimension.LinkflowDimensionsOptions;

/** Writes records as rows into a dimension table of Linkflow, at least once and in order per row. */
public final class LinkflowDimensionsSinkConnector extends PlatformSinkConnector {

    /** The parts of connector and task. */
    public static final SinkDefinition<LinkflowDimensionsOptions> DEFINITION = new SinkDefinition<>(
            LinkflowAccountOptions.ACCESS,
            LinkflowDimensionsOptions.definition(),
            LinkflowDimensionsOptions.rules(),
            LinkflowDimensionsOptions::new,
            (options, client, time) -> options.operation());

    public LinkflowDimensionsSinkConnector() {
        super(DEFINITION, Task.class);
    }

    public static final class Task extends PlatformSinkTask {

        public Task() {
            super(DEFINITION);
        }
    }
}

package io.martech.connect.source.linkflow;

import io.martech.connect.source.setup.PlannedSourceTask;

/** A task of {@link LinkflowSourceConnector}. */
public final class LinkflowSourceTask extends PlannedSourceTask {

    public LinkflowSourceTask() {
        super(
                LinkflowResources.PLATFORM,
                (properties, stored, time) ->
                        LinkflowSource.assemble(new LinkflowSourceConfig(properties), stored, time));
    }
}

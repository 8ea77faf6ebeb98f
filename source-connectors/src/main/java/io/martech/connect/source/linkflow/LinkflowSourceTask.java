package io.martech.connect.source.linkflow;

import io.martech.connect.source.connector.PlatformSourceTask;

/** A task of {@link LinkflowSourceConnector}. */
public final class LinkflowSourceTask extends PlatformSourceTask {

    public LinkflowSourceTask() {
        super(
                LinkflowResources.PLATFORM,
                (properties, stored, time) ->
                        LinkflowSource.assemble(new LinkflowSourceConfig(properties), stored, time));
    }
}

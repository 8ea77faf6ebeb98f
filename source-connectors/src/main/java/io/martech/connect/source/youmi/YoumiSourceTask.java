package io.martech.connect.source.youmi;

import io.martech.connect.source.connector.PlatformSourceTask;

/** A task of {@link YoumiSourceConnector}. */
public final class YoumiSourceTask extends PlatformSourceTask {

    public YoumiSourceTask() {
        super(
                YoumiResources.PLATFORM,
                (properties, stored, time) -> YoumiSource.assemble(new YoumiSourceConfig(properties), stored, time));
    }
}

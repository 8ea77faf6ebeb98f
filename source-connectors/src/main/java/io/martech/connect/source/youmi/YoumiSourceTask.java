package io.martech.connect.source.youmi;

import io.martech.connect.source.setup.PlannedSourceTask;

/** A task of {@link YoumiSourceConnector}. */
public final class YoumiSourceTask extends PlannedSourceTask {

    public YoumiSourceTask() {
        super(
                YoumiResources.PLATFORM,
                (properties, stored, time) -> YoumiSource.assemble(new YoumiSourceConfig(properties), stored, time));
    }
}

package io.martech.connect.source.wukong;

import io.martech.connect.source.setup.PlannedSourceTask;

/** A task of {@link WukongSourceConnector}. */
public final class WukongSourceTask extends PlannedSourceTask {

    public WukongSourceTask() {
        super(
                WukongResources.PLATFORM,
                (properties, stored, time) -> WukongSource.assemble(new WukongSourceConfig(properties), stored, time));
    }
}

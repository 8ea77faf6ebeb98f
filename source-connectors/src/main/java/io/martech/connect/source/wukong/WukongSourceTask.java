package io.martech.connect.source.wukong;

import io.martech.connect.source.connector.PlatformSourceTask;

/** A task of {@link WukongSourceConnector}. */
public final class WukongSourceTask extends PlatformSourceTask {

    public WukongSourceTask() {
        super(
                WukongResources.PLATFORM,
                (properties, stored, time) -> WukongSource.assemble(new WukongSourceConfig(properties), stored, time));
    }
}

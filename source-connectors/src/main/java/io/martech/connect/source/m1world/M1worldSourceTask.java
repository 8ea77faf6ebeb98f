package io.martech.connect.source.m1world;

import io.martech.connect.source.connector.PlatformSourceTask;

/** A task of {@link M1worldSourceConnector}. */
public final class M1worldSourceTask extends PlatformSourceTask {

    public M1worldSourceTask() {
        super(
                M1worldResources.PLATFORM,
                (properties, stored, time) ->
                        M1worldSource.assemble(new M1worldSourceConfig(properties), stored, time));
    }
}

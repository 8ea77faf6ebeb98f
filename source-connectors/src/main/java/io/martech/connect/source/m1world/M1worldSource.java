package io.martech.connect.source.m1world;

import io.martech.connect.account.m1world.M1worldConnection;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.StoredCursors;

/** Puts an M1world source together. */
final class M1worldSource {

    private M1worldSource() {}

    /** An engine that has not started yet; no call is made. */
    static SourceEngine assemble(M1worldSourceConfig config, StoredCursors stored, TimeSource time) {
        PlatformClient client =
                M1worldConnection.from(config).ofRetryingCaller().open(time);
        M1worldResources m1world = new M1worldResources(config, client, stored, time);
        return SourceEngine.reading(config.common(), m1world::of, client::close, stored, time);
    }
}

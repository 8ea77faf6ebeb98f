package io.martech.connect.source.m1world;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.m1world.M1worldClients;
import io.martech.connect.source.engine.HttpConfig;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.StoredPositions;
import java.util.List;

/** Puts an M1world source together. */
final class M1worldSource {

    private M1worldSource() {}

    /** An engine that has not started yet; no call is made. */
    static SourceEngine assemble(M1worldSourceConfig config, StoredPositions stored, TimeSource time) {
        PlatformClient client = M1worldClients.create(M1worldAccounts.of(config), HttpConfig.of(config), time);
        M1worldResources m1world = new M1worldResources(config, client, stored);
        List<Resource> resources =
                config.common().resources().stream().map(m1world::of).toList();
        return new SourceEngine(
                M1worldResources.PLATFORM,
                client::close,
                resources,
                stored.of(resources),
                config.common().progressRecordsOrNull(),
                time);
    }
}

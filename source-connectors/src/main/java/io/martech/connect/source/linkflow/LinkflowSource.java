package io.martech.connect.source.linkflow;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.linkflow.LinkflowClients;
import io.martech.connect.source.engine.HttpConfig;
import io.martech.connect.source.engine.ParallelRequests;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.StoredPositions;
import java.util.List;

/** Puts a Linkflow source together. */
final class LinkflowSource {

    private static final int DETAIL_REQUESTS_IN_FLIGHT = 4;

    private LinkflowSource() {}

    /** An engine that has not started yet; no call is made. */
    static SourceEngine assemble(LinkflowSourceConfig config, StoredPositions stored, TimeSource time) {
        PlatformClient client = LinkflowClients.create(LinkflowAccounts.of(config), HttpConfig.of(config), time);
        ParallelRequests parallel =
                new ParallelRequests(Math.min(DETAIL_REQUESTS_IN_FLIGHT, config.maxInFlightRequests()));
        LinkflowResources linkflow = new LinkflowResources(config, client, stored, parallel, parallel, time);
        List<Resource> resources =
                config.common().resources().stream().map(linkflow::of).toList();
        return new SourceEngine(
                LinkflowResources.PLATFORM,
                () -> {
                    client.close();
                    parallel.close();
                },
                resources,
                stored.of(resources),
                config.common().progressRecordsOrNull(),
                time);
    }
}

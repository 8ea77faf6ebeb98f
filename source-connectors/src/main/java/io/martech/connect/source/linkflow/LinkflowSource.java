package io.martech.connect.source.linkflow;

import io.martech.connect.account.linkflow.LinkflowConnection;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.source.engine.ParallelRequests;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.StoredPositions;

/** Puts a Linkflow source together. */
final class LinkflowSource {

    private static final int DETAIL_REQUESTS_IN_FLIGHT = 4;

    private LinkflowSource() {}

    /** An engine that has not started yet; no call is made. */
    static SourceEngine assemble(LinkflowSourceConfig config, StoredPositions stored, TimeSource time) {
        PlatformClient client = LinkflowConnection.from(config).open(time);
        ParallelRequests parallel =
                new ParallelRequests(Math.min(DETAIL_REQUESTS_IN_FLIGHT, config.maxInFlightRequests()));
        LinkflowResources linkflow = new LinkflowResources(config, client, stored, parallel, parallel, time);
        Runnable connections = () -> {
            client.close();
            parallel.close();
        };
        return SourceEngine.reading(config.common(), linkflow::of, connections, stored, time);
    }
}

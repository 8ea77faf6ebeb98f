package io.martech.connect.source.linkflow;

import io.martech.connect.account.linkflow.LinkflowConnection;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.http.AdaptiveConcurrencyLimit;
import io.martech.connect.source.endpoint.ParallelRequests;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.StoredCursors;

/** Puts a Linkflow source together. */
final class LinkflowSource {

    private LinkflowSource() {}

    /** An engine that has not started yet; no call is made. */
    static SourceEngine assemble(LinkflowSourceConfig config, StoredCursors stored, TimeSource time) {
        AdaptiveConcurrencyLimit limit = new AdaptiveConcurrencyLimit(config.maxInFlightRequests(), time);
        PlatformClient client =
                LinkflowConnection.from(config).ofRetryingCaller().open(time, limit);
        ParallelRequests parallel = new ParallelRequests(config.maxInFlightRequests(), limit::current);
        LinkflowResources linkflow = new LinkflowResources(config, client, stored, parallel, parallel, time);
        Runnable connections = () -> {
            client.close();
            parallel.close();
        };
        return SourceEngine.reading(config.common(), linkflow::of, connections, stored, time);
    }
}

package io.martech.connect.reading;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.client.linkflow.LinkflowClients;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.source.endpoint.ParallelRequests;
import io.martech.connect.source.endpoint.SourceContext;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.linkflow.LinkflowSourceConnector;
import io.martech.connect.source.linkflow.LinkflowSourceOptions;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * The real reader of one resource, down to HTTP, in virtual time.
 *
 * @param time the worker's time
 */
record RigReader(Resource resource, PlatformClient client, ParallelRequests parallel, VirtualTime time)
        implements AutoCloseable {

    private static final RetryPolicy RETRIES = RetryPolicy.withoutEnd(Duration.ofMillis(100), Duration.ofSeconds(2));

    static RigReader open(
            String resource,
            Map<String, String> properties,
            PlatformLife life,
            VirtualTime time,
            OffsetStorageReader offsets) {
        LinkflowAccount account = LinkflowAccount.of(
                properties.get("linkflow.url"), LinkflowPlatform.APP_KEY, LinkflowPlatform.APP_SECRET);
        HttpSettings http = HttpSettings.defaults().withRetry(RETRIES);
        PlatformClient client = new LivingClient(LinkflowClients.create(account, http, time), life);
        ParallelRequests parallel = new ParallelRequests(4, () -> 4);
        SourceContext<LinkflowSourceOptions> context = new SourceContext<>(
                new LinkflowSourceOptions(properties), client, new StoredCursors(offsets, "linkflow"), time, parallel);
        return new RigReader(LinkflowSourceConnector.DEFINITION.open(resource, context), client, parallel, time);
    }

    @Override
    public void close() {
        client.close();
        parallel.close();
    }
}

package io.martech.connect.benchmark.source;

import io.martech.connect.benchmark.setting.SimulatedLinkflow;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.client.linkflow.LinkflowClients;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.endpoint.ParallelRequests;
import io.martech.connect.source.endpoint.SourceContext;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.linkflow.LinkflowSourceConnector;
import io.martech.connect.source.linkflow.LinkflowSourceOptions;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads orders the way the connector does, but cycle by cycle on demand, on virtual time. */
final class OrdersReader implements AutoCloseable {

    private final PlatformClient client;
    private final ParallelRequests parallel = new ParallelRequests(1, () -> 1);
    private final Reader reader;
    private Cursor cursor = Cursor.start();

    OrdersReader(SimulatedLinkflow linkflow, TimeSource time) {
        LinkflowAccount account = LinkflowAccount.of(
                linkflow.server().uri().toString(), LinkflowPlatform.APP_KEY, LinkflowPlatform.APP_SECRET);
        this.client = LinkflowClients.create(account, HttpSettings.defaults(), time);
        LinkflowSourceOptions configuration = new LinkflowSourceOptions(OrdersConnector.taskConfiguration(linkflow));
        StoredCursors stored = new StoredCursors(new NothingReadBefore(Map.of()).offsetStorageReader(), "linkflow");
        this.reader = LinkflowSourceConnector.DEFINITION
                .open("orders", new SourceContext<>(configuration, client, stored, time, parallel))
                .reader();
    }

    /** Reads on until nothing more is ready. */
    void readCycle(Consumer<Chunk> onChunk) {
        Optional<Chunk> chunk = reader.next(cursor);
        while (chunk.isPresent()) {
            onChunk.accept(chunk.get());
            cursor = chunk.get().next();
            chunk = reader.next(cursor);
        }
    }

    @Override
    public void close() {
        client.close();
        parallel.close();
    }
}

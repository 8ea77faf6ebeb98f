package io.martech.connect.benchmark.source;

import io.martech.connect.benchmark.setting.SimulatedLinkflow;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.client.linkflow.LinkflowClients;
import io.martech.connect.sandbox.linkflow.LinkflowTokens;
import io.martech.connect.source.engine.ParallelRequests;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.StoredPositions;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.linkflow.LinkflowResources;
import io.martech.connect.source.linkflow.LinkflowSourceConfig;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads orders the way the connector does, but cycle by cycle when it is told to, on virtual time. */
final class OrdersReader implements AutoCloseable {

    private final PlatformClient client;
    private final ParallelRequests parallel = new ParallelRequests(1, () -> 1);
    private final Strategy strategy;
    private Position position = Position.start();

    OrdersReader(SimulatedLinkflow linkflow, TimeSource time) {
        LinkflowAccount account = LinkflowAccount.of(
                linkflow.server().uri().toString(), LinkflowTokens.APP_KEY, LinkflowTokens.APP_SECRET);
        this.client = LinkflowClients.create(account, HttpSettings.defaults(), time);
        LinkflowSourceConfig configuration = new LinkflowSourceConfig(OrdersConnector.taskConfiguration(linkflow));
        StoredPositions stored =
                new StoredPositions(new NothingReadBefore(Map.of()).offsetStorageReader(), LinkflowResources.PLATFORM);
        this.strategy = new LinkflowResources(configuration, client, stored, parallel, Runnable::run, time)
                .of(LinkflowResources.ORDERS)
                .strategy();
    }

    /** Reads on until nothing more is ready. */
    void readCycle(Consumer<Unit> onUnit) {
        Optional<Unit> unit = strategy.next(position);
        while (unit.isPresent()) {
            onUnit.accept(unit.get());
            position = unit.get().next();
            unit = strategy.next(position);
        }
    }

    @Override
    public void close() {
        client.close();
        parallel.close();
    }
}

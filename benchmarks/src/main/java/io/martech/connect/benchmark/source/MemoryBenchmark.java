package io.martech.connect.benchmark.source;

import io.martech.connect.benchmark.report.Figure;
import io.martech.connect.benchmark.setting.Arrivals;
import io.martech.connect.benchmark.setting.Benchmark;
import io.martech.connect.benchmark.setting.BenchmarkCluster;
import io.martech.connect.benchmark.setting.ConnectorHealth;
import io.martech.connect.benchmark.setting.Setting;
import io.martech.connect.benchmark.setting.SimulatedLinkflow;
import io.martech.connect.benchmark.setting.TopicFollower;
import io.martech.connect.sandbox.cluster.ClusterException;
import io.martech.connect.sandbox.cluster.JvmOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A large backfill through a worker with little heap. The platform answers at once, so that reading is always ahead of
 * producing and as much is in memory as ever can be. A worker that runs out of memory ends at once, and with it the run.
 */
public final class MemoryBenchmark implements Benchmark {

    private static final String NAME = "memory";
    private static final int ORDERS = 300_000;
    private static final String HEAP = "256m";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Figure> run(Setting setting) throws InterruptedException {
        Path directory = setting.freshDirectory(NAME);
        GarbageCollectionLog collections = new GarbageCollectionLog(directory.resolve("worker-gc.log"));
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start(Duration.ZERO)) {
            List<Long> ids = linkflow.insertOldOrders(ORDERS);
            JvmOptions jvm = JvmOptions.server(HEAP).with(collections.flag());
            try (BenchmarkCluster cluster = setting.startCluster(jvm, directory)) {
                return run(setting, linkflow, cluster, ids, collections);
            }
        }
    }

    private static List<Figure> run(
            Setting setting,
            SimulatedLinkflow linkflow,
            BenchmarkCluster cluster,
            List<Long> ids,
            GarbageCollectionLog collections)
            throws InterruptedException {
        TopicFollower topic = TopicFollower.create(cluster.bootstrapServers(), OrdersConnector.topic());
        setting.say("the connector on a worker with -Xmx" + HEAP + ", " + ORDERS + " orders");
        try {
            cluster.rest().deploy(OrdersConnector.NAME, OrdersConnector.deployment(linkflow));
            Arrivals arrivals =
                    topic.awaitKeys(ORDERS, new ConnectorHealth(cluster.rest(), OrdersConnector.NAME, PATIENCE));
            return figures(ids, arrivals, collections.read(), ResidentMemory.peakOf(cluster.workerPid()));
        } catch (ClusterException unreachable) {
            if (cluster.workerIsRunning()) {
                throw unreachable;
            }
            setting.say("the worker has ended, most likely for lack of memory: see " + cluster.workerLog());
            return List.of(Figure.missed(NAME, "300,000 orders with -Xmx" + HEAP, "worker ended", "to the last"));
        }
    }

    private static List<Figure> figures(
            List<Long> ids, Arrivals arrivals, GarbageCollectionLog.Peak heap, String resident) {
        Set<Long> missing = new HashSet<>(ids);
        missing.removeAll(arrivals.keys());
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Figure.exactly(NAME, "orders that arrived, each counted once", ids.size() - missing.size(), ORDERS));
        figures.add(Figure.exactly(NAME, "records in the topic", arrivals.records(), ORDERS));
        figures.add(Figure.reported(NAME, "orders a second in the topic", arrivals.perSecond()));
        figures.add(Figure.reported(NAME, "heap in use, at most (MB of " + HEAP + ")", heap.usedMegabytes()));
        figures.add(Figure.reported(
                NAME,
                "heap needed, as left by " + heap.fullCollections() + " full collections, at most (MB)",
                heap.fullCollections() == 0 ? "less" : Integer.toString(heap.neededMegabytes())));
        figures.add(Figure.reported(NAME, "resident memory of the worker, at most (MB)", resident));
        return figures;
    }
}

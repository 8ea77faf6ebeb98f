package io.martech.connect.benchmark.source;

import io.martech.connect.benchmark.report.Figure;
import io.martech.connect.benchmark.report.Median;
import io.martech.connect.benchmark.setting.Arrivals;
import io.martech.connect.benchmark.setting.BareHttp;
import io.martech.connect.benchmark.setting.Benchmark;
import io.martech.connect.benchmark.setting.BenchmarkCluster;
import io.martech.connect.benchmark.setting.ConnectorHealth;
import io.martech.connect.benchmark.setting.Setting;
import io.martech.connect.benchmark.setting.SimulatedLinkflow;
import io.martech.connect.benchmark.setting.TopicFollower;
import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.JvmOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Backfill by id: how many pages are read in the time of one round trip. A page can only be asked for when the one before
 * is there, so 1.00 is the best that there can be; what is lost is the time in which no request is under way.
 */
public final class BackfillBenchmark implements Benchmark {

    private static final String NAME = "backfill";
    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final int ORDERS_PER_PAGE = 100;
    private static final double TARGET = 0.9;

    private static final int ROUNDS = 5;
    private static final int PAGES_PER_ROUND = 100;
    private static final int PAGES_THROUGH_WORKER = 600;
    private static final int PAGES_TO_WARM_UP = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Figure> run(Setting setting) throws InterruptedException {
        List<Figure> figures = new ArrayList<>();
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start(LATENCY)) {
            linkflow.platform().quirks().cursorPageSize(ORDERS_PER_PAGE);
            List<Long> ids = linkflow.insertOldOrders(PAGES_THROUGH_WORKER * ORDERS_PER_PAGE);
            List<Long> lastMaxIds = IntStream.range(0, PAGES_THROUGH_WORKER)
                    .mapToObj(page -> page == 0 ? 0L : ids.get(page * ORDERS_PER_PAGE - 1))
                    .toList();
            try (BareHttp bare = new BareHttp(linkflow, 1)) {
                figures.addAll(inProcess(setting, linkflow, bare, lastMaxIds.subList(0, PAGES_PER_ROUND)));
                figures.addAll(throughWorker(setting, linkflow, bare, lastMaxIds.subList(0, PAGES_PER_ROUND)));
            }
        }
        return figures;
    }

    private static List<Figure> inProcess(
            Setting setting, SimulatedLinkflow linkflow, BareHttp bare, List<Long> lastMaxIds)
            throws InterruptedException {
        setting.say("source task in this process against a bare loop, " + ROUNDS + " rounds of each");
        bare.timeToGetOrders(lastMaxIds);
        timeOfTask(linkflow, PAGES_PER_ROUND);
        List<Double> roundTrips = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double roundTrip = millisPerPage(bare.timeToGetOrders(lastMaxIds));
            double page = millisPerPage(timeOfTask(linkflow, PAGES_PER_ROUND));
            roundTrips.add(roundTrip);
            ratios.add(roundTrip / page);
        }
        return List.of(
                Figure.reported(NAME, "bare loop: milliseconds per round trip", Median.of(roundTrips)),
                Figure.reported(
                        NAME, "source task in the JVM of the platform: pages per round trip", Median.of(ratios)));
    }

    private static Duration timeOfTask(SimulatedLinkflow linkflow, int pages) throws InterruptedException {
        try (TaskLoop loop = new TaskLoop(OrdersConnector.taskConfiguration(linkflow))) {
            return loop.timeToReadPages(pages);
        }
    }

    private static List<Figure> throughWorker(
            Setting setting, SimulatedLinkflow linkflow, BareHttp bare, List<Long> lastMaxIds)
            throws InterruptedException {
        Path directory = setting.freshDirectory(NAME);
        try (BenchmarkCluster cluster = setting.startCluster(JvmOptions.server("512m"), directory)) {
            TopicFollower topic = TopicFollower.create(cluster.bootstrapServers(), OrdersConnector.topic());
            setting.say("the connector on the worker, " + PAGES_THROUGH_WORKER + " pages, and the bare loop beside it");
            ConnectRestClient rest = cluster.rest();
            try (RoundTripMeter meter = RoundTripMeter.start(bare, lastMaxIds)) {
                rest.deploy(OrdersConnector.NAME, OrdersConnector.deployment(linkflow));
                Arrivals arrivals = topic.awaitKeys(
                        PAGES_THROUGH_WORKER * ORDERS_PER_PAGE,
                        new ConnectorHealth(rest, OrdersConnector.NAME, PATIENCE));
                return figures(arrivals, meter);
            }
        }
    }

    private static List<Figure> figures(Arrivals arrivals, RoundTripMeter meter) {
        int first = PAGES_TO_WARM_UP * ORDERS_PER_PAGE;
        double perSecond = arrivals.perSecondAfter(first);
        double roundTrip = meter.averageMillis(
                arrivals.arrivedAt().get(first), arrivals.arrivedAt().get(arrivals.records() - 1));
        double page = ORDERS_PER_PAGE * 1_000.0 / perSecond;
        return List.of(
                Figure.reported(NAME, "bare loop beside a worker: milliseconds per round trip", roundTrip),
                Figure.reported(NAME, "through a worker: orders a second in the topic", perSecond),
                Figure.atLeast(NAME, "through a worker: pages per round trip", roundTrip / page, TARGET));
    }

    private static double millisPerPage(Duration duration) {
        return duration.toNanos() / 1e6 / PAGES_PER_ROUND;
    }
}

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
 * Backfill by id, in ranges side by side: how many pages are read in the time of one round trip, compared with a chain of pages, for
 * which 1.00 is the best, and with a bare loop that has as many requests in flight, which is bound by the machine.
 */
public final class BackfillBenchmark implements Benchmark {

    private static final String NAME = "backfill";
    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final int ORDERS_PER_PAGE = 100;
    private static final double TARGET_PAGES_PER_ROUND_TRIP = 8;
    private static final double TARGET_SHARE_OF_BARE_LOOP = 0.8;
    private static final int IN_FLIGHT = 32;

    private static final int ROUNDS = 3;
    private static final int PAGES_IN_A_CHAIN = 100;
    private static final int PAGES_PER_ROUND = 400;
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
            linkflow.platform().quirks().cursorPageSize.set(ORDERS_PER_PAGE);
            List<Long> ids = linkflow.insertOldOrders(PAGES_THROUGH_WORKER * ORDERS_PER_PAGE);
            List<Long> lastMaxIds = IntStream.range(0, PAGES_THROUGH_WORKER)
                    .mapToObj(page -> page == 0 ? 0L : ids.get(page * ORDERS_PER_PAGE - 1))
                    .toList();
            try (BareHttp bare = new BareHttp(linkflow, IN_FLIGHT)) {
                figures.addAll(inProcess(setting, linkflow, bare, lastMaxIds));
                figures.addAll(throughWorker(setting, linkflow, bare, lastMaxIds.subList(0, PAGES_IN_A_CHAIN)));
            }
        }
        return figures;
    }

    private static List<Figure> inProcess(
            Setting setting, SimulatedLinkflow linkflow, BareHttp bare, List<Long> lastMaxIds)
            throws InterruptedException {
        setting.say("source task in this process against bare loops, " + ROUNDS + " rounds of each");
        List<Long> chain = lastMaxIds.subList(0, PAGES_IN_A_CHAIN);
        List<Long> many = lastMaxIds.subList(0, PAGES_PER_ROUND);
        bare.timeToGetOrdersInParallel(many, IN_FLIGHT);
        timeOfTask(linkflow, PAGES_PER_ROUND);
        List<Double> roundTrips = new ArrayList<>();
        List<Double> pagesPerRoundTrip = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double roundTrip = millisPerPage(bare.timeToGetOrders(chain), PAGES_IN_A_CHAIN);
            double barePage = millisPerPage(bare.timeToGetOrdersInParallel(many, IN_FLIGHT), PAGES_PER_ROUND);
            double page = millisPerPage(timeOfTask(linkflow, PAGES_PER_ROUND), PAGES_PER_ROUND);
            roundTrips.add(roundTrip);
            pagesPerRoundTrip.add(roundTrip / page);
            shares.add(barePage / page);
        }
        double asChain = Median.of(pagesPerRoundTrip);
        double asBareLoop = Median.of(shares);
        return List.of(
                Figure.reported(NAME, "bare loop: milliseconds per round trip", Median.of(roundTrips)),
                Figure.reported(NAME, "source task in the JVM of the platform: pages per round trip", asChain),
                Figure.reported(
                        NAME,
                        "source task in the JVM of the platform: share of a bare loop with 32 in flight",
                        asBareLoop),
                Figure.atLeast(
                        NAME,
                        "the better of the two, as a share of 8 pages and of 0.8 of the bare loop",
                        Math.max(asChain / TARGET_PAGES_PER_ROUND_TRIP, asBareLoop / TARGET_SHARE_OF_BARE_LOOP),
                        1));
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
                Figure.reported(NAME, "through a worker: pages per round trip", roundTrip / page));
    }

    private static double millisPerPage(Duration duration, int pages) {
        return duration.toNanos() / 1e6 / pages;
    }
}

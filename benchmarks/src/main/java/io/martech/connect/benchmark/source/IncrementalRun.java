package io.martech.connect.benchmark.source;

import io.martech.connect.benchmark.setting.SimulatedLinkflow;
import io.martech.connect.sandbox.http.VirtualClock;
import io.martech.connect.source.chunk.Chunk;
import java.time.Duration;
import java.time.Instant;

/** Changes on virtual time, read by the connector's own reader. */
final class IncrementalRun {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(10);

    /** More than are updated in turn before both passes have read them. */
    private static final int ORDERS = 5_000;

    private static final int POLLS = 20;
    private static final int POLLS_TO_SETTLE = 10;
    private static final Duration OUTAGE = Duration.ofMinutes(15);
    private static final UpdateRate RATE_IN_OUTAGE = UpdateRate.ofDifferentRows(5);

    private final SimulatedLinkflow linkflow;
    private final ChangingOrders orders;
    private long rows;
    private int polls;

    private IncrementalRun(VirtualClock clock, SimulatedLinkflow linkflow, int pageSize) {
        this.linkflow = linkflow;
        linkflow.platform().quirks().windowPageSize.set(pageSize);
        this.orders = new ChangingOrders(
                linkflow.platform(), clock, linkflow.platform().orders().insertHistory(ORDERS, Duration.ofDays(30)));
    }

    /** Polls at the default interval, counted when page size and density are known. */
    static RequestBill steady(int pageSize, UpdateRate rate) {
        return on(pageSize, (run, reader) -> {
            run.poll(reader, rate, POLLS_TO_SETTLE);
            run.startCounting();
            run.poll(reader, rate, POLLS);
        });
    }

    /** One look after the connector was stopped for an hour. */
    static RequestBill catchingUp(int pageSize) {
        return on(pageSize, (run, reader) -> {
            run.poll(reader, RATE_IN_OUTAGE, POLLS_TO_SETTLE);
            run.startCounting();
            run.orders.pass(OUTAGE, RATE_IN_OUTAGE);
            run.poll(reader, RATE_IN_OUTAGE, 1);
        });
    }

    private static RequestBill on(int pageSize, Scenario scenario) {
        VirtualClock clock = new VirtualClock(START);
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start(clock);
                OrdersReader reader = new OrdersReader(linkflow, new VirtualTime(clock))) {
            IncrementalRun run = new IncrementalRun(clock, linkflow, pageSize);
            reader.readCycle(history -> {});
            scenario.play(run, reader);
            return new RequestBill(run.requests(), run.rows, pageSize, run.polls);
        }
    }

    private void poll(OrdersReader reader, UpdateRate rate, int times) {
        for (int i = 0; i < times; i++) {
            orders.pass(POLL_INTERVAL, rate);
            reader.readCycle(this::count);
            polls++;
        }
    }

    private void startCounting() {
        rows = 0;
        polls = 0;
        linkflow.server().requests().reset();
    }

    private void count(Chunk chunk) {
        if (chunk.facts().windowStart() != null) {
            rows += orders.rowsBetween(
                    chunk.facts().windowStart(), chunk.facts().windowEnd());
        }
    }

    private long requests() {
        return linkflow.server().requests().of("orders.window")
                + linkflow.server().requests().of("orders.cursor");
    }

    /** What happens in a run. */
    private interface Scenario {

        void play(IncrementalRun run, OrdersReader reader);
    }
}

package io.martech.connect.benchmark.source;

import io.martech.connect.benchmark.setting.BareHttp;
import io.martech.connect.benchmark.setting.BenchmarkException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A bare loop in a thread of its own that gets pages all the time, so that it meets the same machine as the connector beside it. */
final class RoundTripMeter implements AutoCloseable {

    private final BareHttp bare;
    private final List<Long> lastMaxIds;
    private final Queue<RoundTrip> roundTrips = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::measure, "round-trip-meter");
    private volatile boolean isClosed;

    private RoundTripMeter(BareHttp bare, List<Long> lastMaxIds) {
        this.bare = bare;
        this.lastMaxIds = lastMaxIds;
    }

    /** Starts to get these pages, again and again. */
    static RoundTripMeter start(BareHttp bare, List<Long> lastMaxIds) {
        RoundTripMeter meter = new RoundTripMeter(bare, lastMaxIds);
        meter.thread.start();
        return meter;
    }

    /** The average of the round trips that ended between two times, in milliseconds. */
    double averageMillis(long fromEpochMillis, long toEpochMillis) {
        return roundTrips.stream()
                        .filter(trip -> trip.endedAt >= fromEpochMillis && trip.endedAt <= toEpochMillis)
                        .mapToLong(RoundTrip::nanos)
                        .average()
                        .orElseThrow(() -> new BenchmarkException("The bare loop made no round trip"))
                / 1e6;
    }

    @Override
    public void close() throws InterruptedException {
        isClosed = true;
        thread.join();
    }

    private void measure() {
        for (int page = 0; !isClosed; page = (page + 1) % lastMaxIds.size()) {
            long start = System.nanoTime();
            bare.getOrders(lastMaxIds.get(page));
            roundTrips.add(new RoundTrip(System.currentTimeMillis(), System.nanoTime() - start));
        }
    }

    private record RoundTrip(long endedAt, long nanos) {}
}

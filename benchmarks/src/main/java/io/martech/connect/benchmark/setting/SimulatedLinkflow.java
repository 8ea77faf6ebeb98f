package io.martech.connect.benchmark.setting;

import io.martech.connect.sandbox.adapter.LinkflowAdapter;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The simulated platform with its HTTP interface, in this process. */
public final class SimulatedLinkflow implements AutoCloseable {

    private static final long SEED = 20260101;

    private final LinkflowAdapter adapter;

    private SimulatedLinkflow(InstantSource clock, Duration latency) {
        this.adapter = LinkflowAdapter.start(clock, SEED);
        platform().conditions().latency(latency);
    }

    /**
     * An empty platform by the machine's clock.
     *
     * @param latency how long every answer takes
     */
    public static SimulatedLinkflow start(Duration latency) {
        return new SimulatedLinkflow(InstantSource.system(), latency);
    }

    /** An empty platform that answers at once, by the given clock. */
    public static SimulatedLinkflow start(InstantSource clock) {
        return new SimulatedLinkflow(clock, Duration.ZERO);
    }

    public LinkflowPlatform platform() {
        return adapter.platform();
    }

    public ApiServer server() {
        return adapter.server();
    }

    /**
     * Inserts orders one minute apart that were last changed long before the present, so that backfill reads all of them.
     *
     * @return their ids, ascending
     */
    public List<Long> insertOldOrders(int count) {
        Instant newest = platformTime().minus(Duration.ofDays(1));
        List<Long> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Instant created = newest.minus(Duration.ofMinutes(count - i));
            ids.add(platform().orders().insertWithTimes(created, created));
        }
        return ids;
    }

    /** The keys of a connector's configuration that lead to this platform. */
    public Map<String, String> accountConfiguration() {
        return adapter.account();
    }

    @Override
    public void close() {
        adapter.close();
        if (!server().ownErrors().isEmpty()) {
            throw new BenchmarkException(
                    "The simulated platform itself has failed, so the figures mean nothing",
                    server().ownErrors().get(0));
        }
    }

    private static Instant platformTime() {
        return Instant.now();
    }
}

package io.martech.connect.benchmark.setting;

import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.LinkflowTokens;
import io.martech.connect.sandbox.linkflow.server.LinkflowServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulated platform with its HTTP interface, in this process. */
public final class SimulatedLinkflow implements AutoCloseable {

    private static final long SEED = 20260101;

    private final LinkflowPlatform platform;
    private final ApiServer server;

    private SimulatedLinkflow(InstantSource clock, Duration latency) {
        this.platform = new LinkflowPlatform(clock, SEED);
        platform.conditions().latency(latency);
        this.server = LinkflowServer.start(platform);
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
        return platform;
    }

    public ApiServer server() {
        return server;
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
            ids.add(platform.orders().insertWithTimes(created, created));
        }
        return ids;
    }

    /** The keys of a connector's configuration that lead to this platform. */
    public Map<String, String> accountConfiguration() {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("linkflow.url", server.uri().toString());
        configuration.put("linkflow.app.key", LinkflowTokens.APP_KEY);
        configuration.put("linkflow.app.secret", LinkflowTokens.APP_SECRET);
        return configuration;
    }

    @Override
    public void close() {
        server.close();
        if (!server.ownErrors().isEmpty()) {
            throw new BenchmarkException(
                    "The simulated platform itself has failed, so the figures mean nothing",
                    server.ownErrors().get(0));
        }
    }

    private static Instant platformTime() {
        return Instant.now();
    }
}

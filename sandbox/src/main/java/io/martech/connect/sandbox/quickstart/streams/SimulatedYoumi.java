package io.martech.connect.sandbox.quickstart.streams;

import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.youmi.YoumiList;
import io.martech.connect.sandbox.youmi.YoumiPlatform;
import io.martech.connect.sandbox.youmi.YoumiServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Youmi with some rows in each of its lists. */
final class SimulatedYoumi implements SimulatedPlatform {

    private static final int ROWS = 40;

    /** Five minutes, the model's value, is longer than anybody watches. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

    private final YoumiPlatform platform;
    private final ApiServer server;

    private SimulatedYoumi(YoumiPlatform platform, ApiServer server) {
        this.platform = platform;
        this.server = server;
    }

    static SimulatedYoumi start() {
        YoumiPlatform platform = new YoumiPlatform(Clock.systemUTC(), 1);
        platform.conditions().latency(Duration.ofMillis(10));
        for (YoumiList list : YoumiList.values()) {
            platform.insert(list, ROWS);
        }
        return new SimulatedYoumi(platform, YoumiServer.start(platform));
    }

    YoumiPlatform state() {
        return platform;
    }

    @Override
    public String name() {
        return "Youmi";
    }

    @Override
    public URI uri() {
        return server.uri();
    }

    @Override
    public String history() {
        return String.format(Locale.ROOT, "%d rows in each of %d lists", ROWS, YoumiList.values().length);
    }

    @Override
    public String propertiesFile() {
        return "config/youmi.properties";
    }

    @Override
    public Map<String, String> properties(Path directory) {
        return Map.of(
                "youmi.url",
                uri().toString(),
                "youmi.app.id",
                YoumiPlatform.APP_ID,
                "youmi.app.key",
                YoumiPlatform.APP_KEY,
                "poll.interval.ms",
                Long.toString(POLL_INTERVAL.toMillis()));
    }

    @Override
    public Map<String, Long> requests() {
        return server.requests().all();
    }

    @Override
    public void close() {
        server.close();
    }
}

package io.martech.connect.sandbox.quickstart.streams;

import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.wukong.WukongPlatform;
import io.martech.connect.sandbox.wukong.WukongServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Wukong with the leads of one month. */
final class SimulatedWukong implements SimulatedPlatform {

    private static final int LEADS = 600;
    private static final Duration HISTORY = Duration.ofDays(30);
    private static final String[][] LISTS = {{"77", "官网访客"}, {"77", "展会名片"}, {"78", "公众号"}};

    /** Five minutes, the model's value, is longer than anybody watches. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

    private final WukongPlatform platform;
    private final ApiServer server;

    private SimulatedWukong(WukongPlatform platform, ApiServer server) {
        this.platform = platform;
        this.server = server;
    }

    public static SimulatedWukong start() {
        WukongPlatform platform = new WukongPlatform(Clock.systemUTC(), 1);
        platform.conditions().latency(Duration.ofMillis(10));
        for (String[] list : LISTS) {
            platform.addList(list[0], list[1], Instant.now().minus(HISTORY));
        }
        platform.insertLeadHistory(LEADS, HISTORY);
        return new SimulatedWukong(platform, WukongServer.start(platform));
    }

    WukongPlatform state() {
        return platform;
    }

    @Override
    public String name() {
        return "Wukong";
    }

    @Override
    public URI uri() {
        return server.uri();
    }

    @Override
    public String history() {
        return String.format(Locale.ROOT, "%,d leads, %d lists", LEADS, LISTS.length);
    }

    @Override
    public String propertiesFile() {
        return "config/wukong.properties";
    }

    @Override
    public Map<String, String> properties(Path directory) {
        return Map.of(
                "wukong.url",
                uri().toString(),
                "wukong.app.id",
                WukongPlatform.APP_ID,
                "wukong.app.secret",
                WukongPlatform.APP_SECRET,
                "wukong.refresh.token",
                state().tokens().issue().refreshToken(),
                "token.store.path",
                directory.resolve("tokens").toString(),
                "wukong.sink.uid",
                LISTS[0][0],
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

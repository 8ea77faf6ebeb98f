package io.martech.connect.sandbox.quickstart.streams;

import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.LinkflowTokens;
import io.martech.connect.sandbox.linkflow.server.LinkflowServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Linkflow with orders and contacts of three months. */
final class SimulatedLinkflow implements SimulatedPlatform {

    private static final int ORDERS = 5_000;
    private static final int CONTACTS = 2_000;
    private static final Duration HISTORY = Duration.ofDays(90);
    static final String WECOM_CHANNEL = "ww0b8772cfc1ed757c";
    static final String TAG = "tag_city";

    private static final String CHANNEL = "udc_12SyQfFmg";

    private final LinkflowPlatform platform;
    private final ApiServer server;

    private SimulatedLinkflow(LinkflowPlatform platform, ApiServer server) {
        this.platform = platform;
        this.server = server;
    }

    public static SimulatedLinkflow start(int port) {
        LinkflowPlatform platform = new LinkflowPlatform(Clock.systemUTC(), 1);
        platform.conditions().latency(Duration.ofMillis(5), Duration.ofMillis(15));
        SimulatedLinkflow linkflow = new SimulatedLinkflow(platform, LinkflowServer.start(platform, port));
        platform.orders().insertHistory(ORDERS, HISTORY);
        platform.contacts().insertHistory(CONTACTS, HISTORY);
        return linkflow;
    }

    LinkflowPlatform state() {
        return platform;
    }

    /** One of whom nobody else writes tag values. */
    long contactWithTags() {
        return state().contacts().ids().get(CONTACTS - 1);
    }

    @Override
    public String name() {
        return "Linkflow";
    }

    @Override
    public URI uri() {
        return server.uri();
    }

    @Override
    public String history() {
        return String.format(Locale.ROOT, "%,d orders, %,d contacts", ORDERS, CONTACTS);
    }

    @Override
    public String propertiesFile() {
        return "config/linkflow.properties";
    }

    @Override
    public Map<String, String> properties(Path directory) {
        Map<String, String> properties = new HashMap<>();
        properties.put("linkflow.url", uri().toString());
        for (String connector : List.of("source", "lists", "sink", "tags", "members", "dimensions")) {
            properties.put("linkflow." + connector + ".app.key", LinkflowTokens.APP_KEY);
            properties.put("linkflow." + connector + ".app.secret", LinkflowTokens.APP_SECRET);
        }
        properties.put("linkflow.sink.channel.key", CHANNEL);
        properties.put("linkflow.lists.poll.interval.ms", "1000");
        properties.put("linkflow.lists.pass.interval.ms", "1000");
        properties.put("linkflow.lists.channel.ids", WECOM_CHANNEL);
        properties.put("linkflow.lists.report.ids", "404");
        properties.put("linkflow.lists.dashboard.ids", "1");
        properties.put("linkflow.lists.contact.ids", String.valueOf(contactWithTags()));
        properties.put("linkflow.lists.tag.keys", TAG);
        properties.put("linkflow.lists.identity.type", "mobilePhone");
        return properties;
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

package io.martech.connect.sandbox.quickstart.streams;

import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.m1world.M1worldServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** M1world with contacts, and an account with a fixed key. */
final class SimulatedM1world implements SimulatedPlatform {

    private static final int CONTACTS = 200;

    private final M1worldServer server;

    private SimulatedM1world(M1worldServer server) {
        this.server = server;
    }

    static SimulatedM1world start() {
        M1worldPlatform platform = new M1worldPlatform(Clock.systemUTC(), 1);
        platform.behaviour().latency(Duration.ofMillis(10));
        platform.insertContacts(CONTACTS);
        return new SimulatedM1world(M1worldServer.start(platform));
    }

    M1worldPlatform state() {
        return server.platform();
    }

    @Override
    public String name() {
        return "M1world";
    }

    @Override
    public URI uri() {
        return server.uri();
    }

    @Override
    public String history() {
        return String.format(Locale.ROOT, "%,d contacts", CONTACTS);
    }

    @Override
    public String propertiesFile() {
        return "config/m1world.properties";
    }

    @Override
    public Map<String, String> properties(Path directory) {
        return Map.of("m1world.url", uri().toString(), "m1world.token", M1worldPlatform.TOKEN);
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

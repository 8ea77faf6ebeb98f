package io.martech.connect.sandbox.adapter;

import io.martech.connect.sandbox.http.ApiConditions;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.server.LinkflowServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Linkflow, whose source for orders and contacts is the first that anybody tries. */
public record LinkflowAdapter(LinkflowPlatform platform, ApiServer server) implements PlatformAdapter {
    /** An empty platform on any free port. */
    public static LinkflowAdapter start(InstantSource clock, long seed) {
        return start(clock, seed, 0);
    }

    /** @throws java.io.UncheckedIOException when the port is taken */
    public static LinkflowAdapter start(InstantSource clock, long seed, int port) {
        LinkflowPlatform platform = new LinkflowPlatform(clock, seed);
        return new LinkflowAdapter(platform, LinkflowServer.start(platform, port));
    }

    @Override
    public ApiConditions conditions() {
        return platform.conditions();
    }

    @Override
    public void listInDisorder() {
        platform.groups().listDelay.set(Duration.ofSeconds(2));
        platform.quirks().tags.listDelay.set(Duration.ofSeconds(2));
    }

    @Override
    public Map<String, String> account() {
        return Map.of(
                "linkflow.url",
                server.uri().toString(),
                "linkflow.app.key",
                LinkflowPlatform.APP_KEY,
                "linkflow.app.secret",
                LinkflowPlatform.APP_SECRET);
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(
                new SourceTable(
                        "orders", "id", "orders", () -> platform.orders().byId().values()),
                new SourceTable("contacts", "id", "contacts", () -> platform.contacts()
                        .byId()
                        .values()));
    }

    @Override
    public void close() {
        server.close();
    }
}

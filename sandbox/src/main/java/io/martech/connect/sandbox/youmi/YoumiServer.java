package io.martech.connect.sandbox.youmi;

import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.ApiFront;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.RequestCounters;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The HTTP interface of a {@link YoumiPlatform} on 127.0.0.1. Any number of requests is served at once. */
public final class YoumiServer implements AutoCloseable {

    /** What stands before every path. */
    static final String BASE = "/publicapi/v1";

    private final YoumiPlatform platform;
    private final ApiFront front;

    private YoumiServer(YoumiPlatform platform, int port) {
        this.platform = platform;
        this.front = ApiFront.start("youmi-sandbox", port, endpointsOf(platform), platform.conditions());
    }

    /** Starts a server on a free port. */
    public static YoumiServer start(YoumiPlatform platform) {
        return start(platform, 0);
    }

    /**
     * Starts a server.
     *
     * @param port the port, or 0 for any free one
     * @throws java.io.UncheckedIOException when the port is taken; the message names it
     */
    public static YoumiServer start(YoumiPlatform platform, int port) {
        return new YoumiServer(platform, port);
    }

    /** The base address, what {@code youmi.url} is set to; without a slash at its end. */
    public URI uri() {
        return URI.create(front.uri() + BASE);
    }

    /** The port that it listens on. */
    public int port() {
        return front.port();
    }

    /** The platform behind this server. */
    public YoumiPlatform platform() {
        return platform;
    }

    /** The faults of this server; none at first. */
    public FaultPlan faults() {
        return front.faults();
    }

    /**
     * Requests received, those struck by a fault included: {@code token}, {@link YoumiList#text()} of each list,
     * {@code unknown}.
     */
    public RequestCounters requests() {
        return front.requests();
    }

    /** Exceptions of the simulator itself, each answered with 500. Empty, unless the simulator has a bug. */
    public List<Throwable> ownErrors() {
        return front.ownErrors();
    }

    /** Stops listening and drops all connections; the platform keeps its state and another server may be started for it. */
    @Override
    public void close() {
        front.close();
    }

    private static List<ApiEndpoint> endpointsOf(YoumiPlatform platform) {
        List<ApiEndpoint> endpoints = new ArrayList<>();
        endpoints.add(new TokenEndpoint(platform));
        for (YoumiList list : YoumiList.values()) {
            endpoints.add(new ListEndpoint(platform, list));
        }
        return endpoints;
    }
}

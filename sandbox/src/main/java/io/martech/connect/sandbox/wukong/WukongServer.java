package io.martech.connect.sandbox.wukong;

import io.martech.connect.sandbox.http.ApiFront;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.RequestCounters;
import java.net.URI;
import java.util.List;

/** The HTTP interface of a {@link WukongPlatform} on 127.0.0.1. Any number of requests is served at once. */
public final class WukongServer implements AutoCloseable {

    private final WukongPlatform platform;
    private final ApiFront front;

    private WukongServer(WukongPlatform platform, int port) {
        this.platform = platform;
        this.front = ApiFront.start(
                "wukong-sandbox",
                port,
                List.of(
                        new CodeEndpoint(platform),
                        new TokenEndpoint(platform),
                        new ListsEndpoint(platform),
                        new LeadsEndpoint(platform),
                        new ImportEndpoint(platform)),
                platform.conditions());
    }

    /** Starts a server on a free port. */
    public static WukongServer start(WukongPlatform platform) {
        return start(platform, 0);
    }

    /**
     * Starts a server.
     *
     * @param port the port, or 0 for any free one
     * @throws java.io.UncheckedIOException when the port is taken; the message names it
     */
    public static WukongServer start(WukongPlatform platform, int port) {
        return new WukongServer(platform, port);
    }

    /** The base address, what {@code wukong.url} is set to; without a slash at its end. */
    public URI uri() {
        return front.uri();
    }

    /** The port that it listens on. */
    public int port() {
        return front.port();
    }

    /** The platform behind this server. */
    public WukongPlatform platform() {
        return platform;
    }

    /** The faults of this server; none at first. */
    public FaultPlan faults() {
        return front.faults();
    }

    /**
     * Requests received, those struck by a fault included: {@code code}, {@code token}, {@code lists}, {@code leads},
     * {@code import}, {@code unknown}.
     */
    public RequestCounters requests() {
        return front.requests();
    }

    /** How often leads were imported while another import that names the same mobile phone was in flight. */
    public long conflictingWrites() {
        return front.conflictingWrites();
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
}

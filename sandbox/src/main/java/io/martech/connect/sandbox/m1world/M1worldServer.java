package io.martech.connect.sandbox.m1world;

import io.martech.connect.sandbox.http.ApiConditions;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.ApiFront;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.RequestCounters;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The HTTP interface of a {@link M1worldPlatform} on 127.0.0.1: the API, and an authorization server of its own. Any number of
 * requests is served at once.
 */
public final class M1worldServer implements AutoCloseable {

    private final M1worldPlatform platform;
    private final ApiFront api;
    private final ApiFront authorization;

    private M1worldServer(M1worldPlatform platform, int port, int authPort) {
        this.platform = platform;
        List<ApiEndpoint> calls = new ArrayList<>();
        calls.addAll(new ContactCalls(platform).all());
        calls.addAll(new DirectoryCalls(platform).all());
        calls.addAll(new PropertyCalls(platform).all());
        calls.addAll(new MailCalls(platform).all());
        ApiConditions conditions = platform.conditions();
        this.api = ApiFront.start("m1world-sandbox", port, calls, conditions);
        this.authorization = startAuthorization(platform, authPort, conditions);
    }

    /** Starts a server on free ports. */
    public static M1worldServer start(M1worldPlatform platform) {
        return start(platform, 0, 0);
    }

    /**
     * Starts a server.
     *
     * @param port the port of the API, or 0 for any free one
     * @param authPort the port of the authorization server, or 0 for any free one
     * @throws java.io.UncheckedIOException when a port is taken; the message names it
     */
    public static M1worldServer start(M1worldPlatform platform, int port, int authPort) {
        return new M1worldServer(platform, port, authPort);
    }

    /** The base address for the fixed key, what {@code m1world.url} is set to; without a slash at its end. */
    public URI uri() {
        return api.uri();
    }

    /** The base address for OAuth tokens, what {@code m1world.url} is set to with them; it ends with {@code /v2}. */
    public URI oauthUri() {
        return URI.create(api.uri() + "/v2");
    }

    /** The address of the authorization server, what {@code m1world.auth.url} is set to; without a slash at its end. */
    public URI authUri() {
        return authorization.uri();
    }

    /** The platform behind this server. */
    public M1worldPlatform platform() {
        return platform;
    }

    /** The faults of the API; none at first. */
    public FaultPlan faults() {
        return api.faults();
    }

    /** The faults of the authorization server; none at first. */
    public FaultPlan authFaults() {
        return authorization.faults();
    }

    /**
     * Requests received by the API, those struck by a fault included, by their path with dots for slashes and without {@code v2}:
     * {@code contact.add}, {@code contact.group.all}, {@code edm.task.detail}; {@code unknown} for the rest.
     */
    public RequestCounters requests() {
        return api.requests();
    }

    /** Requests received by the authorization server: {@code authorize}, {@code access_token}, {@code unknown}. */
    public RequestCounters authRequests() {
        return authorization.requests();
    }

    /** How often contacts were added while another such call that shares an e-mail address or mobile phone was in flight. */
    public long conflictingWrites() {
        return api.conflictingWrites();
    }

    /** The most writes that were ever in flight at once. */
    public int mostWritesInFlight() {
        return api.mostWritesInFlight();
    }

    /** Exceptions of the simulator itself, each answered with 500. Empty, unless the simulator has a bug. */
    public List<Throwable> ownErrors() {
        List<Throwable> errors = new ArrayList<>(api.ownErrors());
        errors.addAll(authorization.ownErrors());
        return errors;
    }

    /** Stops listening and drops all connections; the platform keeps its state and another server may be started for it. */
    @Override
    public void close() {
        api.close();
        authorization.close();
    }

    private ApiFront startAuthorization(M1worldPlatform platform, int port, ApiConditions conditions) {
        try {
            return ApiFront.start(
                    "m1world-authorization-sandbox",
                    port,
                    List.of(new AuthorizeEndpoint(platform), new AccessTokenEndpoint(platform)),
                    conditions);
        } catch (UncheckedIOException portIsTaken) {
            api.close();
            throw portIsTaken;
        }
    }
}

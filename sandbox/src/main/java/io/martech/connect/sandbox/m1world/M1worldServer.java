package io.martech.connect.sandbox.m1world;

import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.ApiServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * The HTTP interface of a {@link M1worldPlatform}.
 *
 * @param api the API; its address is what {@code m1world.url} is set to with the fixed key
 * @param authorization the authorization server; its address is what {@code m1world.auth.url} is set to
 */
public record M1worldServer(ApiServer api, ApiServer authorization) implements AutoCloseable {
    /** Starts both on free ports. */
    public static M1worldServer start(M1worldPlatform platform) {
        return start(platform, 0, 0);
    }

    /**
     * Starts both.
     *
     * @param port the port of the API, or 0 for any free one
     * @param authPort the port of the authorization server, or 0 for any free one
     * @throws UncheckedIOException when a port is taken; the message names it
     */
    public static M1worldServer start(M1worldPlatform platform, int port, int authPort) {
        List<ApiEndpoint> calls = Stream.of(
                        new ContactCalls(platform).all(),
                        new DirectoryCalls(platform).all(),
                        new PropertyCalls(platform).all(),
                        new MailCalls(platform).all())
                .flatMap(List::stream)
                .toList();
        ApiServer api = ApiServer.start("m1world-sandbox", port, "", calls, platform.conditions());
        try {
            return new M1worldServer(
                    api,
                    ApiServer.start(
                            "m1world-authorization-sandbox",
                            authPort,
                            "",
                            new Authorization(platform).all(),
                            platform.conditions()));
        } catch (UncheckedIOException noPort) {
            api.close();
            throw noPort;
        }
    }

    /** The base address for OAuth tokens, what {@code m1world.url} is set to with them; it ends with {@code /v2}. */
    public URI oauthUri() {
        return URI.create(api.uri() + "/v2");
    }

    /** Exceptions of the simulator itself. Empty, unless it has a bug. */
    public List<Throwable> ownErrors() {
        return Stream.of(api, authorization)
                .flatMap(server -> server.ownErrors().stream())
                .toList();
    }

    @Override
    public void close() {
        api.close();
        authorization.close();
    }
}

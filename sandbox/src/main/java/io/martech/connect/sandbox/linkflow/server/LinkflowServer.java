package io.martech.connect.sandbox.linkflow.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.token.PlainTokens;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The HTTP interface of a {@link LinkflowPlatform}: every endpoint but the token's wants a valid token. */
public final class LinkflowServer {
    private final LinkflowPlatform platform;

    private LinkflowServer(LinkflowPlatform platform) {
        this.platform = platform;
    }

    /** Starts a server on a free port. Its address is what {@code linkflow.url} is set to. */
    public static ApiServer start(LinkflowPlatform platform) {
        return start(platform, 0);
    }

    /**
     * Starts a server.
     *
     * @param port the port, or 0 for any free one
     * @throws java.io.UncheckedIOException when the port is taken; the message names it
     */
    public static ApiServer start(LinkflowPlatform platform, int port) {
        LinkflowServer server = new LinkflowServer(platform);
        return ApiServer.start("linkflow-sandbox", port, "", server.endpoints(), platform.conditions());
    }

    private List<ApiEndpoint> endpoints() {
        List<ApiEndpoint> endpoints = new ArrayList<>();
        endpoints.add(ApiEndpoint.of(Traffic.TOKEN, "GET", "/token", "token", this::issue));
        Stream.of(
                        new OrderCalls(platform).all(),
                        new ContactCalls(platform).all(),
                        new GroupCalls(platform).all(),
                        new TagCalls(platform).all(),
                        new TagFileCalls(platform).all(),
                        new OtherCalls(platform).all())
                .flatMap(List::stream)
                .map(endpoint -> endpoint.behind(this::checkToken))
                .forEach(endpoints::add);
        return endpoints;
    }

    private void checkToken(Request request) {
        if (request.header("X-OpenApi-Token").filter(platform.tokens()::accepts).isEmpty()) {
            throw Answers.tokenRefusal(platform.quirks());
        }
    }

    /** App key and secret are in headers; answers a token and its local expiration time. */
    private Response issue(Request request) {
        boolean areRight = request.header("X-OpenApi-Key")
                        .filter(LinkflowPlatform.APP_KEY::equals)
                        .isPresent()
                && request.header("X-OpenApi-Secret")
                        .filter(LinkflowPlatform.APP_SECRET::equals)
                        .isPresent();
        if (!areRight) {
            throw Answers.tokenRefusal(platform.quirks());
        }
        PlainTokens.Token token = platform.tokens().issue();
        ObjectNode answer = JsonText.object();
        answer.put("expiration", platform.quirks().time().format(token.expiration()));
        answer.put("token", token.text());
        return JsonText.answer(answer);
    }
}

package io.martech.connect.sandbox.linkflow.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.LinkflowTokens;
import io.martech.connect.sandbox.linkflow.endpoint.Answers;
import io.martech.connect.sandbox.linkflow.endpoint.Endpoint;
import io.martech.connect.sandbox.linkflow.endpoint.Parameters;
import io.martech.connect.sandbox.linkflow.model.Json;

/** {@code GET /token}: App key and secret in headers; answers a token and its local expiration time. */
final class TokenEndpoint implements Endpoint {

    private final LinkflowPlatform platform;

    TokenEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return Parameters.isGet(request, "/token");
    }

    @Override
    public Traffic traffic() {
        return Traffic.TOKEN;
    }

    @Override
    public String countedAs(Request request) {
        return "token";
    }

    @Override
    public boolean needsToken() {
        return false;
    }

    @Override
    public Response answer(Request request) {
        LinkflowTokens tokens = platform.tokens();
        boolean areRight = tokens.areRight(
                request.header("X-OpenApi-Key").orElse(null),
                request.header("X-OpenApi-Secret").orElse(null));
        if (!areRight) {
            return Answers.tokenRefusal(platform.quirks());
        }
        LinkflowTokens.Token token = tokens.issue();
        ObjectNode answer = Json.object();
        answer.put("expiration", platform.quirks().time().format(token.expiration()));
        answer.put("token", token.text());
        return Answers.json(answer);
    }
}

package io.martech.connect.sandbox.linkflow.server;

import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.endpoint.Answers;
import io.martech.connect.sandbox.linkflow.endpoint.Endpoint;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import java.util.List;

/** An endpoint behind what holds for all of them: most want a valid token, and what is refused is answered in the envelope. */
record GuardedEndpoint(LinkflowPlatform platform, Endpoint endpoint) implements ApiEndpoint {

    @Override
    public boolean matches(Request request) {
        return endpoint.matches(request);
    }

    @Override
    public Traffic traffic() {
        return endpoint.traffic();
    }

    @Override
    public String countedAs(Request request) {
        return endpoint.countedAs(request);
    }

    @Override
    public List<String> persons(Request request) {
        return endpoint.persons(request);
    }

    @Override
    public Response answer(Request request) {
        if (endpoint.needsToken() && !hasValidToken(request)) {
            return Answers.tokenRefusal(platform.quirks());
        }
        try {
            return endpoint.answer(request);
        } catch (PlatformRefusal refusal) {
            return Answers.error(refusal.status(), refusal.code(), refusal.getMessage());
        }
    }

    private boolean hasValidToken(Request request) {
        return request.header("X-OpenApi-Token")
                .filter(platform.tokens()::isValid)
                .isPresent();
    }
}

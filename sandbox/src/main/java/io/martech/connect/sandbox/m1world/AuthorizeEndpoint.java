package io.martech.connect.sandbox.m1world;

import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.m1world.account.Refusals;

/** {@code GET /authorize}: sends the browser back with a code. The account's owner always agrees. */
final class AuthorizeEndpoint implements ApiEndpoint {

    private final M1worldPlatform platform;

    AuthorizeEndpoint(M1worldPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("GET") && request.path().equals("/authorize");
    }

    @Override
    public Traffic traffic() {
        return Traffic.TOKEN;
    }

    @Override
    public String countedAs(Request request) {
        return "authorize";
    }

    @Override
    public Response answer(Request request) {
        Refusals refusals = platform.refusals();
        if (request.parameter("client_id")
                .filter(M1worldPlatform.APP_KEY::equals)
                .isEmpty()) {
            throw refusals.authorization("invalid_client", "client_id错误");
        }
        if (request.parameter("response_type").filter("code"::equals).isEmpty()) {
            throw refusals.authorization("unsupported_response_type", "response_type固定传code");
        }
        String redirect = request.parameter("redirect_uri").orElse("");
        String registered = platform.quirks().registeredRedirect.get();
        if (redirect.isEmpty() || (registered != null && !registered.equals(redirect))) {
            throw refusals.authorization("redirect_uri_mismatch", "授权回调地址与设置的回调地址不一致");
        }
        String code = platform.tokens().newCode();
        platform.redirects().put(code, redirect);
        return Response.empty(302)
                .withHeader("Location", redirect + (redirect.contains("?") ? "&" : "?") + "code=" + code);
    }
}

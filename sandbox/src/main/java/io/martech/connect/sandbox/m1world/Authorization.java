package io.martech.connect.sandbox.m1world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.ApiRefusal;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.http.RequestFields.Place;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.token.RotatingTokens;
import io.martech.connect.sandbox.http.token.TokenDenied;
import io.martech.connect.sandbox.m1world.account.Refusals;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of the authorization server. The account's owner always agrees. */
final class Authorization {
    private final M1worldPlatform platform;
    private final Refusals refusals;
    /** The address that each code was sent to. */
    private final Map<String, String> redirects = new ConcurrentHashMap<>();

    Authorization(M1worldPlatform platform) {
        this.platform = platform;
        this.refusals = platform.refusals();
    }

    List<ApiEndpoint> all() {
        return List.of(
                ApiEndpoint.of(Traffic.TOKEN, "GET", "/authorize", "authorize", this::authorize),
                ApiEndpoint.of(Traffic.TOKEN, "POST", "/access_token", "access_token", this::issue));
    }

    /** Sends the browser back with a code. */
    private Response authorize(Request request) {
        if (request.parameter("client_id")
                .filter(M1worldPlatform.APP_KEY::equals)
                .isEmpty()) {
            throw refusals.authorization("invalid_client", "client_id错误");
        }
        if (request.parameter("response_type").filter("code"::equals).isEmpty()) {
            throw refusals.authorization("unsupported_response_type", "response_type固定传code");
        }
        String redirect = request.parameter("redirect_uri").orElse("");
        checkRedirect(redirect, redirect);
        String code = platform.tokens().newCode();
        redirects.put(code, redirect);
        return Response.redirect(redirect, "code=" + code);
    }

    /** Its parameters are in the address: exchanges a code or a refresh token. */
    private Response issue(Request request) {
        RequestFields fields = RequestFields.of(request, Place.QUERY);
        boolean isKnown =
                fields.get("client_id").filter(M1worldPlatform.APP_KEY::equals).isPresent()
                        && fields.get("client_secret")
                                .filter(M1worldPlatform.APP_SECRET::equals)
                                .isPresent();
        if (!isKnown) {
            throw refusals.authorization("invalid_client", "client_id或client_secret错误");
        }
        try {
            return JsonText.answer(render(exchange(fields)));
        } catch (TokenDenied denied) {
            throw switch (denied.reason()) {
                case CODE -> invalidGrant("code无效");
                case REFRESH_TOKEN -> invalidGrant("refresh_token无效");
                case TOO_MANY_CALLS -> refusals.authorization("too_many_requests", "调用过于频繁");
            };
        }
    }

    private RotatingTokens.Pair exchange(RequestFields fields) throws TokenDenied {
        switch (fields.get("grant_type").orElse("")) {
            case "authorization_code" -> {
                String code = fields.get("code").orElseThrow(() -> invalidGrant("缺少code"));
                checkRedirect(fields.get("redirect_uri").orElse(""), redirects.get(code));
                return platform.tokens().exchangeCode(code);
            }
            case "refresh_token" -> {
                return platform.tokens()
                        .refresh(fields.get("refresh_token").orElseThrow(() -> invalidGrant("缺少refresh_token")));
            }
            default -> throw refusals.authorization("unsupported_grant_type", "grant_type错误");
        }
    }

    /** @param before the address of the step before; null if there was none */
    private void checkRedirect(String redirect, String before) {
        String registered = platform.quirks().registeredRedirect.get();
        boolean isSame = before == null || before.equals(redirect);
        if (redirect.isEmpty() || !isSame || (registered != null && !registered.equals(redirect))) {
            throw refusals.authorization("redirect_uri_mismatch", "授权回调地址与设置的回调地址不一致");
        }
    }

    /** {@code expires_in} is the moment of expiry, epoch milliseconds, not a duration. */
    private static ObjectNode render(RotatingTokens.Pair pair) {
        return JsonText.object()
                .put("access_token", pair.accessToken())
                .put("refresh_token", pair.refreshToken())
                .put("expires_in", pair.expiration().toEpochMilli());
    }

    private ApiRefusal invalidGrant(String description) {
        return refusals.authorization("invalid_grant", description);
    }
}

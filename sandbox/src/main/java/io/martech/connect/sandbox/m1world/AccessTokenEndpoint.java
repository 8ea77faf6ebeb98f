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

/** {@code POST /access_token}, its parameters in the address: exchanges a code or a refresh token. */
final class AccessTokenEndpoint implements ApiEndpoint {

    private final M1worldPlatform platform;

    AccessTokenEndpoint(M1worldPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("POST") && request.path().equals("/access_token");
    }

    @Override
    public Traffic traffic() {
        return Traffic.TOKEN;
    }

    @Override
    public String countedAs(Request request) {
        return "access_token";
    }

    @Override
    public Response answer(Request request) {
        RequestFields fields = RequestFields.of(request, Place.QUERY);
        boolean isKnown =
                fields.get("client_id").filter(M1worldPlatform.APP_KEY::equals).isPresent()
                        && fields.get("client_secret")
                                .filter(M1worldPlatform.APP_SECRET::equals)
                                .isPresent();
        if (!isKnown) {
            throw platform.refusals().authorization("invalid_client", "client_id或client_secret错误");
        }
        try {
            return JsonText.answer(render(exchange(fields)));
        } catch (TokenDenied denied) {
            throw switch (denied.reason()) {
                case CODE -> invalidGrant("code无效");
                case REFRESH_TOKEN -> invalidGrant("refresh_token无效");
                case TOO_MANY_CALLS -> platform.refusals().authorization("too_many_requests", "调用过于频繁");
            };
        }
    }

    private RotatingTokens.Pair exchange(RequestFields fields) throws TokenDenied {
        return switch (fields.get("grant_type").orElse("")) {
            case "authorization_code" -> exchangeCode(fields);
            case "refresh_token" ->
                platform.tokens()
                        .refresh(fields.get("refresh_token").orElseThrow(() -> invalidGrant("缺少refresh_token")));
            default -> throw platform.refusals().authorization("unsupported_grant_type", "grant_type错误");
        };
    }

    private RotatingTokens.Pair exchangeCode(RequestFields fields) throws TokenDenied {
        String code = fields.get("code").orElseThrow(() -> invalidGrant("缺少code"));
        String redirect = fields.get("redirect_uri").orElse("");
        String before = platform.redirects().get(code);
        String registered = platform.quirks().registeredRedirect.get();
        boolean isSame = before == null || before.equals(redirect);
        if (redirect.isEmpty() || !isSame || (registered != null && !registered.equals(redirect))) {
            throw platform.refusals().authorization("redirect_uri_mismatch", "授权回调地址与设置的回调地址不一致");
        }
        return platform.tokens().exchangeCode(code);
    }

    /** {@code expires_in} is the moment of expiry, epoch milliseconds, not a duration. */
    private static ObjectNode render(RotatingTokens.Pair pair) {
        ObjectNode answer = JsonText.object();
        answer.put("access_token", pair.accessToken());
        answer.put("refresh_token", pair.refreshToken());
        answer.put("expires_in", pair.expiration().toEpochMilli());
        return answer;
    }

    private ApiRefusal invalidGrant(String description) {
        return platform.refusals().authorization("invalid_grant", description);
    }
}

package io.martech.connect.sandbox.wukong;

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
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** The calls below {@code /oauth}. The account's owner always agrees. */
final class Authorization {
    private final WukongPlatform platform;

    Authorization(WukongPlatform platform) {
        this.platform = platform;
    }

    /** 1.1: the document says POST; a browser that opens the address says GET, and both are served. */
    List<ApiEndpoint> all() {
        return List.of(
                ApiEndpoint.of(Traffic.TOKEN, "GET", "/oauth/code", "code", this::authorize),
                ApiEndpoint.of(Traffic.TOKEN, "POST", "/oauth/code", "code", this::authorize),
                ApiEndpoint.of(Traffic.TOKEN, "POST", "/oauth/token", "token", this::issue));
    }

    /** 1.1 获取授权码: sends the browser back to {@code redirect_uri} with a {@code code}. */
    private Response authorize(Request request) {
        RequestFields fields = RequestFields.of(request, EnumSet.of(Place.QUERY, Place.FORM));
        boolean isOurs = fields.get("appid")
                .or(() -> fields.get("app_id"))
                .filter(WukongPlatform.APP_ID::equals)
                .isPresent();
        if (!isOurs) {
            throw refusal(Answers.CREDENTIALS, "appid错误");
        }
        String redirect = fields.get("redirect_uri").orElse("");
        String registered = platform.quirks().registeredRedirect.get();
        if (redirect.isEmpty() || (registered != null && !registered.equals(redirect))) {
            throw refusal(Answers.PARAMETER, "redirect_uri错误");
        }
        return Response.redirect(redirect, "code=" + platform.tokens().newCode());
    }

    /**
     * 1.2, 1.3: exchanges a {@code code} or a {@code refresh_token}. The first revision names the credentials {@code appid} and
     * {@code appsecret}; the second {@code app_id} and {@code app_secret}, and asks for {@code grant_type}.
     */
    private Response issue(Request request) {
        RequestFields fields =
                RequestFields.of(request, platform.quirks().parameterPlaces.get());
        boolean isLater = fields.has("app_id");
        checkCredentials(fields, isLater);
        boolean hasCode = fields.has("code");
        if (hasCode == fields.has("refresh_token")) {
            throw refusal(Answers.PARAMETER, "code和refresh_token必须且只能传一个");
        }
        String grantType = hasCode ? "authorization_code" : "refresh_token";
        if (isLater && fields.get("grant_type").filter(grantType::equals).isEmpty()) {
            throw refusal(Answers.PARAMETER, "grant_type错误");
        }
        try {
            RotatingTokens tokens = platform.tokens();
            return JsonText.answer(render(
                    hasCode
                            ? tokens.exchangeCode(fields.get("code").orElseThrow())
                            : tokens.refresh(fields.get("refresh_token").orElseThrow())));
        } catch (TokenDenied denied) {
            throw switch (denied.reason()) {
                case CODE -> refusal(Answers.CODE, "code无效");
                case REFRESH_TOKEN -> refusal(Answers.REFRESH_TOKEN, "refresh_token无效");
                case TOO_MANY_CALLS -> refusal(Answers.TOO_MANY_TOKEN_CALLS, "获取access_token次数超过限制");
            };
        }
    }

    private void checkCredentials(RequestFields fields, boolean isLater) {
        WukongRevision revision = isLater ? WukongRevision.V2 : WukongRevision.V1;
        boolean areRight = fields.get(isLater ? "app_id" : "appid")
                        .filter(WukongPlatform.APP_ID::equals)
                        .isPresent()
                && fields.get(isLater ? "app_secret" : "appsecret")
                        .filter(WukongPlatform.APP_SECRET::equals)
                        .isPresent();
        if (!areRight || !platform.quirks().knows(revision)) {
            throw refusal(Answers.CREDENTIALS, "appid或appsecret错误");
        }
    }

    /** {@code expires_in} is a text. */
    private static ObjectNode render(RotatingTokens.Pair pair) {
        long life = Duration.between(pair.issuedAt(), pair.expiration()).toSeconds();
        return JsonText.object()
                .put("access_token", pair.accessToken())
                .put("expires_in", Long.toString(life))
                .put("refresh_token", pair.refreshToken())
                .put("created_at", pair.issuedAt().getEpochSecond());
    }

    private ApiRefusal refusal(String code, String message) {
        return Answers.refusal(platform.quirks(), code, message);
    }
}

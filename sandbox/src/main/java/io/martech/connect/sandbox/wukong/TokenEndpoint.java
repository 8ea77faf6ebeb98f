package io.martech.connect.sandbox.wukong;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.ApiRefusal;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.token.RotatingTokens;
import io.martech.connect.sandbox.http.token.TokenDenied;
import java.time.Duration;

/**
 * {@code POST /oauth/token} (1.2, 1.3): exchanges a {@code code} or a {@code refresh_token}. The first revision names the
 * credentials {@code appid} and {@code appsecret}; the second {@code app_id} and {@code app_secret}, and asks for
 * {@code grant_type}.
 */
final class TokenEndpoint implements ApiEndpoint {

    private final WukongPlatform platform;

    TokenEndpoint(WukongPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("POST") && request.path().equals("/oauth/token");
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
    public Response answer(Request request) {
        RequestFields fields =
                RequestFields.of(request, platform.quirks().parameterPlaces.get());
        boolean isLater = fields.has("app_id");
        checkCredentials(fields, isLater);
        boolean hasCode = fields.has("code");
        if (hasCode == fields.has("refresh_token")) {
            throw refusal(Codes.PARAMETER, "code和refresh_token必须且只能传一个");
        }
        String grantType = hasCode ? "authorization_code" : "refresh_token";
        if (isLater && fields.get("grant_type").filter(grantType::equals).isEmpty()) {
            throw refusal(Codes.PARAMETER, "grant_type错误");
        }
        try {
            return JsonText.answer(render(exchange(fields)));
        } catch (TokenDenied denied) {
            throw switch (denied.reason()) {
                case CODE -> refusal(Codes.CODE, "code无效");
                case REFRESH_TOKEN -> refusal(Codes.REFRESH_TOKEN, "refresh_token无效");
                case TOO_MANY_CALLS -> refusal(Codes.TOO_MANY_TOKEN_CALLS, "获取access_token次数超过限制");
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
            throw refusal(Codes.CREDENTIALS, "appid或appsecret错误");
        }
    }

    private RotatingTokens.Pair exchange(RequestFields fields) throws TokenDenied {
        return fields.has("code")
                ? platform.tokens().exchangeCode(fields.get("code").orElseThrow())
                : platform.tokens().refresh(fields.get("refresh_token").orElseThrow());
    }

    private ObjectNode render(RotatingTokens.Pair pair) {
        long life = Duration.between(pair.issuedAt(), pair.expiration()).toSeconds();
        ObjectNode answer = JsonText.object();
        answer.put("access_token", pair.accessToken());
        answer.put("expires_in", Long.toString(life));
        answer.put("refresh_token", pair.refreshToken());
        answer.put("created_at", pair.issuedAt().getEpochSecond());
        return answer;
    }

    private ApiRefusal refusal(String code, String message) {
        return Answers.refusal(platform.quirks(), code, message);
    }
}

package io.martech.connect.client.wukong;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.auth.TokenAdvice;
import io.martech.connect.client.auth.oauth.AccountName;
import io.martech.connect.client.auth.oauth.ConsentPage;
import io.martech.connect.client.auth.oauth.Grant;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.auth.oauth.OAuthPlatform;
import io.martech.connect.client.auth.oauth.OAuthTokenClassifier;
import io.martech.connect.client.auth.oauth.TokenParameter;
import io.martech.connect.client.auth.oauth.TokenResponse;
import io.martech.connect.client.response.ResponseClassifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.Request;

/**
 * Wukong's tokens (wukong.md, 1.2 and 1.3): {@code POST /oauth/token} with the app's id and secret and a code or a
 * refresh token. The response is documented in the later revision only: {@code access_token}, {@code expires_in}
 * (seconds, as a text), {@code refresh_token} (a new one each time), {@code created_at} (epoch seconds). The number of
 * token calls is limited; the limit is undocumented. Every other call carries {@code access_token} as a parameter.
 */
final class WukongOAuth implements OAuthPlatform {

    static final String NAME = "Wukong";

    private static final TokenParameter ACCESS_TOKEN = new TokenParameter("access_token");

    private static final TokenAdvice ADVICE = new TokenAdvice(
            "The account may lack the permission for this endpoint, a proxy or firewall may be"
                    + " answering, or another client of the same AppId is replacing the token: let all connectors"
                    + " of the account share token.store.path.",
            "another client of the same AppId is replacing the token. Let all connectors and tasks of"
                    + " the account share token.store.path, on a volume shared by all workers.");

    private final WukongAccount account;
    private final ResponseClassifier tokenVerdicts;

    WukongOAuth(WukongAccount account) {
        ResponseClassifier classifier = WukongClassifier.ofTokenCalls(account.reauthenticateCodes());
        this.account = account;
        this.tokenVerdicts =
                new OAuthTokenClassifier(classifier, "wukong.app.id, wukong.app.secret and wukong.api.revision");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String keyPrefix() {
        return "wukong";
    }

    @Override
    public AccountName accountName(InitialGrant begin) {
        return AccountName.of(NAME, account.address(), account.appId(), begin);
    }

    @Override
    public String appSecret() {
        return account.appSecret();
    }

    /** {@code POST /oauth/code} with the AppId and the redirect address (wukong.md, 1.1). */
    @Override
    public ConsentPage consentPage(String redirectUri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(account.revision().appIdParameter(), account.appId());
        parameters.put("redirect_uri", redirectUri);
        return new ConsentPage(
                "POST",
                account.address().newBuilder().addPathSegments("oauth/code").build(),
                parameters);
    }

    @Override
    public ApiRequest tokenRequest() {
        return ApiRequest.form("token", "/oauth/token").expecting(Expectation.object());
    }

    @Override
    public ResponseClassifier tokenVerdicts() {
        return tokenVerdicts;
    }

    @Override
    public Request withGrant(Request tokenRequest, Grant grant) {
        WukongRevision revision = account.revision();
        FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8)
                .add(revision.appIdParameter(), account.appId())
                .add(revision.appSecretParameter(), account.appSecret());
        if (revision.sendsGrantType()) {
            form.add("grant_type", grant.kind().parameter());
        }
        form.add(grant.isRefresh() ? "refresh_token" : "code", grant.secret());
        return tokenRequest.newBuilder().post(form.build()).build();
    }

    @Override
    public TokenResponse read(JsonNode answer, Instant now) {
        Instant issued =
                seconds(answer.path("created_at")).map(Instant::ofEpochSecond).orElse(now);
        Instant expires =
                seconds(answer.path("expires_in")).map(issued::plusSeconds).orElse(null);
        String next = answer.path("refresh_token").asText("");
        return new TokenResponse(
                answer.path("access_token").textValue(), next.isBlank() ? null : next, issued, expires);
    }

    @Override
    public Request withToken(Request request, String token) {
        return ACCESS_TOKEN.addedTo(request, token);
    }

    @Override
    public TokenAdvice advice() {
        return ADVICE;
    }

    /** A number of seconds, as a number or as a text; empty if it is neither. */
    private static Optional<Long> seconds(JsonNode number) {
        String digits = number.asText("").trim();
        return digits.matches("\\d{1,11}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}

package io.martech.connect.client.m1world;

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
import io.martech.connect.client.auth.oauth.TokenResponse;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * M1world's tokens for apps (m1world.txt, oauth2验证 Step2): {@code POST /access_token} at a base address of its own, with
 * its parameters in the URL. {@code expires_in} is not a duration but the expiration, in epoch milliseconds.
 */
final class M1worldOAuth implements OAuthPlatform {

    private static final TokenAdvice ADVICE = new TokenAdvice(
            "m1world.url may be the one for fixed keys, a proxy or firewall may be answering, or another"
                    + " client of the same authorization is replacing the token: check m1world.url, and let all"
                    + " connectors of the account share token.store.path.",
            "another client of the same authorization is replacing the token. Let all connectors and"
                    + " tasks of the account share token.store.path, on a volume shared by all workers.");

    private final M1worldAccount.App app;
    private final ResponseClassifier tokenVerdicts;

    M1worldOAuth(M1worldAccount.App app, ResponseClassifier tokenAnswers) {
        this.app = app;
        this.tokenVerdicts = new OAuthTokenClassifier(tokenAnswers, "m1world.app.key and m1world.app.secret");
    }

    @Override
    public String name() {
        return M1worldClients.NAME;
    }

    @Override
    public String keyPrefix() {
        return "m1world";
    }

    @Override
    public AccountName accountName(InitialGrant begin) {
        return AccountName.of(name(), app.address(), app.key(), begin);
    }

    @Override
    public String appSecret() {
        return app.secret();
    }

    /** {@code GET /authorize} (m1world.txt, oauth2验证 Step1). */
    @Override
    public ConsentPage consentPage(String redirectUri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", app.key());
        parameters.put("redirect_uri", redirectUri);
        parameters.put("response_type", "code");
        return new ConsentPage(
                "GET", app.address().newBuilder().addPathSegment("authorize").build(), parameters);
    }

    @Override
    public ApiRequest tokenRequest() {
        return ApiRequest.post("token", "/access_token", null).expecting(Expectation.object());
    }

    @Override
    public ResponseClassifier tokenVerdicts() {
        return tokenVerdicts;
    }

    @Override
    public Request withGrant(Request tokenRequest, Grant grant) {
        HttpUrl.Builder url = tokenRequest
                .url()
                .newBuilder()
                .addQueryParameter("client_id", app.key())
                .addQueryParameter("client_secret", app.secret())
                .addQueryParameter("grant_type", grant.kind().parameter())
                .addQueryParameter(grant.isRefresh() ? "refresh_token" : "code", grant.secret());
        if (grant.redirectUri() != null) {
            url.addQueryParameter("redirect_uri", grant.redirectUri());
        }
        return tokenRequest.newBuilder().url(url.build()).build();
    }

    @Override
    public TokenResponse read(JsonNode answer, Instant now) {
        String digits = answer.path("expires_in").asText("").trim();
        Instant expires = digits.matches("\\d{1,15}") ? Instant.ofEpochMilli(Long.parseLong(digits)) : null;
        String next = answer.path("refresh_token").asText("");
        return new TokenResponse(answer.path("access_token").textValue(), next.isBlank() ? null : next, now, expires);
    }

    @Override
    public Request withToken(Request request, String token) {
        return M1worldClients.TOKEN.addedTo(request, token);
    }

    @Override
    public TokenAdvice advice() {
        return ADVICE;
    }
}

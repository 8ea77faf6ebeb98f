package io.martech.connect.client.auth.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.Json;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.PlatformProfile;
import io.martech.connect.client.auth.TokenAdvice;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.HttpStatusClassifier;
import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.ResponseClassifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** A platform with as few peculiarities as can be, spoken to as {@link FakeOAuth} understands it. */
final class TestPlatform implements OAuthPlatform {

    /** A call that any good access token may make. */
    static final ApiRequest CALL = ApiRequest.form("rows", "/rows").expecting(Expectation.array());

    private final HttpUrl address;

    TestPlatform(String url) {
        this.address = HttpUrl.get(url);
    }

    static HttpPlatformClient client(String url, InitialGrant begin, TokenStore store, TimeSource time) {
        RetryPolicy impatient = new RetryPolicy(3, Duration.ofMillis(10), Duration.ofMillis(10));
        return client(url, begin, store, time, HttpSettings.defaults().withRetry(impatient));
    }

    static HttpPlatformClient client(
            String url, InitialGrant begin, TokenStore store, TimeSource time, HttpSettings settings) {
        TestPlatform platform = new TestPlatform(url);
        OAuthAuthenticator authenticator = new OAuthAuthenticator(platform, begin, store, time);
        authenticator.checkBegin();
        PlatformProfile profile =
                new PlatformProfile("Platform", platform.address, "platform.url", TestPlatform::judge, authenticator);
        return new HttpPlatformClient(profile, settings, time, AttemptListener.NONE);
    }

    static DirectoryTokenStore store(Path directory, String url, InitialGrant begin, TimeSource time) {
        return new DirectoryTokenStore(directory, new TestPlatform(url).accountName(begin), time);
    }

    static InitialGrant begin() {
        return InitialGrant.of(Grant.refreshToken("refresh-0"));
    }

    @Override
    public String name() {
        return "Platform";
    }

    @Override
    public String keyPrefix() {
        return "platform";
    }

    @Override
    public AccountName accountName(InitialGrant begin) {
        return AccountName.of(name(), address, "the-app", begin);
    }

    @Override
    public String appSecret() {
        return "the-secret";
    }

    @Override
    public ConsentPage consentPage(String redirectUri) {
        return new ConsentPage("GET", address, Map.of("redirect_uri", redirectUri));
    }

    @Override
    public ApiRequest tokenRequest() {
        return ApiRequest.form("token", "/oauth/token").expecting(Expectation.object());
    }

    @Override
    public ResponseClassifier tokenVerdicts() {
        return new OAuthTokenClassifier(TestPlatform::judge, "platform.app.id");
    }

    @Override
    public Request withGrant(Request tokenRequest, Grant grant) {
        FormBody form = new FormBody.Builder()
                .add(grant.isRefresh() ? "refresh_token" : "code", grant.secret())
                .build();
        return tokenRequest.newBuilder().post(form).build();
    }

    @Override
    public TokenResponse read(JsonNode answer, Instant now) {
        return new TokenResponse(
                answer.path("access_token").textValue(),
                answer.path("refresh_token").textValue(),
                now,
                now.plusSeconds(answer.path("expires_in").asLong()));
    }

    @Override
    public Request withToken(Request request, String token) {
        return new TokenParameter("access_token").addedTo(request, token);
    }

    @Override
    public TokenAdvice advice() {
        return new TokenAdvice("Check the permissions.", "Somebody replaces the token.");
    }

    private static Classification judge(ApiRequest request, RawResponse answer, Instant serverTime) {
        try {
            JsonNode body = Json.read(answer.body());
            if (answer.status() == 200) {
                return body.isArray()
                        ? Classification.ok(body)
                        : Classification.unknown("answered no array").saying("X1", body.toString());
            }
        } catch (JsonProcessingException notJson) {
            return Classification.retry("answered no JSON");
        }
        return new HttpStatusClassifier("platform.url").judge(answer, serverTime);
    }
}

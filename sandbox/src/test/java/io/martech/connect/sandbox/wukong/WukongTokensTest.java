package io.martech.connect.sandbox.wukong;

import static io.martech.connect.sandbox.http.PlainClient.json;
import static io.martech.connect.sandbox.wukong.Sandbox.code;
import static io.martech.connect.sandbox.wukong.Sandbox.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.RequestFields.Place;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WukongTokensTest {

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    @Test
    void aBrowserIsSentBackWithACodeThatTheFirstRevisionExchanges() {
        sandbox.quirks.revisions.set(Set.of(WukongRevision.V1));
        HttpResponse<String> redirect = sandbox.client.get(
                "/oauth/code", with("appid", WukongPlatform.APP_ID, "redirect_uri", "http://127.0.0.1:1/back?a=b"));
        assertThat(redirect.statusCode()).isEqualTo(302);
        String location = redirect.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("http://127.0.0.1:1/back?a=b&code=");

        Map<String, String> call = with(
                "appid", WukongPlatform.APP_ID,
                "appsecret", WukongPlatform.APP_SECRET,
                "code", location.substring(location.indexOf("code=") + 5));
        JsonNode answer = json(sandbox.client.postForm("/oauth/token", call));
        assertThat(answer.get("expires_in").textValue()).isEqualTo("7200");
        assertThat(answer.get("created_at").longValue())
                .isEqualTo(sandbox.clock.instant().getEpochSecond());
        assertThat(code(sandbox.client.postForm("/oauth/token", call)))
                .as("a code works once")
                .isEqualTo("40029");
        assertThatTheTokenWorks(answer);
    }

    @Test
    void theLaterRevisionNamesTheCredentialsOtherwise() {
        sandbox.quirks.revisions.set(Set.of(WukongRevision.V2));
        String refresh = sandbox.platform.tokens().issue().refreshToken();
        Map<String, String> call = with(
                "app_id", WukongPlatform.APP_ID,
                "app_secret", WukongPlatform.APP_SECRET,
                "refresh_token", refresh);
        assertThat(code(sandbox.client.postForm("/oauth/token", call)))
                .as("without grant_type")
                .isEqualTo("40035");
        call.put("grant_type", "refresh_token");
        JsonNode answer = json(sandbox.client.postForm("/oauth/token", call));
        assertThat(answer.get("refresh_token").textValue()).isNotEqualTo(refresh);
        assertThatTheTokenWorks(answer);
        assertThat(code(sandbox.client.postForm("/oauth/token", call)))
                .as("exchanged")
                .isEqualTo("40030");
    }

    @Test
    void aRevisionThatIsNotSpokenIsNotUnderstood() {
        sandbox.quirks.revisions.set(Set.of(WukongRevision.V2));
        Map<String, String> call = with(
                "appid", WukongPlatform.APP_ID,
                "appsecret", WukongPlatform.APP_SECRET,
                "refresh_token", sandbox.platform.tokens().issue().refreshToken());
        assertThat(code(sandbox.client.postForm("/oauth/token", call))).isEqualTo("40013");
        assertThat(sandbox.call("/openv1/list").statusCode()).isEqualTo(404);
        sandbox.quirks.revisions.set(Set.of(WukongRevision.V1));
        assertThat(sandbox.call("/openv1/lists").statusCode()).isEqualTo(404);
    }

    @Test
    void wrongCredentialsAndTooManyCallsAreRefusedWithStatus200() {
        sandbox.platform.tokens().rules().mostCalls.set(1).callWindow.set(Duration.ofDays(1));
        Map<String, String> call = with(
                "appid",
                WukongPlatform.APP_ID,
                "appsecret",
                "wrong",
                "refresh_token",
                sandbox.platform.tokens().issue().refreshToken());
        HttpResponse<String> refused = sandbox.client.postForm("/oauth/token", call);
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(code(refused)).isEqualTo("40013");

        call.put("appsecret", WukongPlatform.APP_SECRET);
        JsonNode answer = json(sandbox.client.postForm("/oauth/token", call));
        call.put("refresh_token", answer.get("refresh_token").textValue());
        assertThat(code(sandbox.client.postForm("/oauth/token", call))).isEqualTo("45009");
        assertThat(sandbox.server.requests().of("token")).isEqualTo(3);
    }

    @Test
    void anExpiredTokenIsRefusedWithAnObject() {
        sandbox.clock.advance(Duration.ofHours(2));
        assertThat(code(sandbox.call("/openv1/potential"))).isEqualTo("40001");
        sandbox.quirks.tokenRefusalCode.set("10001").errorStatus.set(401);
        HttpResponse<String> refused = sandbox.call("/openv1/list");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(code(refused)).isEqualTo("10001");
    }

    @Test
    void parametersAreReadWhereThePlatformLooksForThem() {
        Map<String, String> token = with("access_token", sandbox.token);
        assertThat(code(sandbox.client.postInAddress("/openv1/list", token))).isEqualTo("40001");
        sandbox.quirks.parameterPlaces.set(Set.of(Place.QUERY, Place.JSON));
        assertThat(json(sandbox.client.postInAddress("/openv1/list", token))).hasSize(2);
        assertThat(json(sandbox.client.postJson("/openv1/list", "{\"access_token\":\"" + sandbox.token + "\"}")))
                .hasSize(2);
        assertThat(code(sandbox.client.postForm("/openv1/list", token))).isEqualTo("40001");
    }

    @Test
    void onlyARegisteredAddressGetsACode() {
        sandbox.quirks.registeredRedirect.set("http://127.0.0.1:1/back");
        Map<String, String> call = with("appid", WukongPlatform.APP_ID, "redirect_uri", "http://127.0.0.1:2/back");
        assertThat(code(sandbox.client.get("/oauth/code", call))).isEqualTo("40035");
        call.put("redirect_uri", "http://127.0.0.1:1/back");
        assertThat(sandbox.client.postForm("/oauth/code", call).statusCode()).isEqualTo(302);
    }

    private void assertThatTheTokenWorks(JsonNode answer) {
        sandbox.token = answer.get("access_token").textValue();
        assertThat(sandbox.leads()).isEmpty();
    }
}

package io.martech.connect.sandbox.m1world;

import static io.martech.connect.sandbox.http.PlainClient.json;
import static io.martech.connect.sandbox.m1world.Sandbox.assertRefused;
import static io.martech.connect.sandbox.m1world.Sandbox.data;
import static io.martech.connect.sandbox.m1world.Sandbox.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.RequestFields.Place;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.m1world.account.ErrorShape;
import io.martech.connect.sandbox.m1world.account.QuotaHour;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens, quota, permissions, and the shapes of errors. */
class AccessTest {

    private static final String ANY = "/contact/setting";
    private static final String BACK = "http://127.0.0.1:1/back";

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    @Test
    void aCodeIsExchangedForATokenWithAnAbsoluteExpiry() {
        HttpResponse<String> redirect = sandbox.authClient.get(
                "/authorize",
                with("client_id", M1worldPlatform.APP_KEY, "redirect_uri", BACK, "response_type", "code"));
        assertThat(redirect.statusCode()).isEqualTo(302);
        String location = redirect.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(BACK + "?code=");

        Map<String, String> call = tokenCall("authorization_code");
        call.put("code", location.substring(location.indexOf("code=") + 5));
        call.put("redirect_uri", BACK + "/other");
        assertThat(error(sandbox.authClient.postInAddress("/access_token", call)))
                .isEqualTo("redirect_uri_mismatch");
        call.put("redirect_uri", BACK);
        JsonNode answer = json(sandbox.authClient.postInAddress("/access_token", call));
        assertThat(answer.get("expires_in").longValue())
                .isEqualTo(sandbox.clock.instant().plus(Duration.ofHours(24)).toEpochMilli());
        assertThat(error(sandbox.authClient.postInAddress("/access_token", call)))
                .as("a code works once")
                .isEqualTo("invalid_grant");

        Map<String, String> token = with("token", answer.get("access_token").textValue());
        data(sandbox.client.get("/v2" + ANY, token));
        assertRefused(sandbox.client.get(ANY, token), "E10101");
        sandbox.clock.advance(Duration.ofHours(24));
        assertRefused(sandbox.client.get("/v2" + ANY, token), "E10101");
    }

    @Test
    void aRefreshTokenIsExchangedOnceUnlessThereIsGrace() {
        Map<String, String> call = tokenCall("refresh_token");
        call.put("refresh_token", sandbox.platform.tokens().issue().refreshToken());
        assertThat(json(sandbox.authClient.postInAddress("/access_token", call))
                        .get("refresh_token")
                        .textValue())
                .isNotEqualTo(call.get("refresh_token"));
        HttpResponse<String> again = sandbox.authClient.postInAddress("/access_token", call);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(error(again)).isEqualTo("invalid_grant");
        assertThat(sandbox.server.authorization().requests().of("access_token")).isEqualTo(2);
        sandbox.quirks.authErrorStatus.set(200);
        assertThat(sandbox.authClient.postInAddress("/access_token", call).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tokenCallsAreLimitedAndTheirParametersStandInTheAddress() {
        sandbox.platform.tokens().rules().mostCalls.set(1).callWindow.set(Duration.ofHours(1));
        Map<String, String> call = tokenCall("refresh_token");
        call.put("refresh_token", sandbox.platform.tokens().issue().refreshToken());
        assertThat(error(sandbox.authClient.postForm("/access_token", call))).isEqualTo("invalid_client");
        call.put(
                "refresh_token",
                json(sandbox.authClient.postInAddress("/access_token", call))
                        .get("refresh_token")
                        .textValue());
        assertThat(error(sandbox.authClient.postInAddress("/access_token", call)))
                .isEqualTo("too_many_requests");
    }

    @Test
    void wrongAuthorizationsAreRefusedInTheDocumentedForm() {
        Map<String, String> call =
                with("client_id", M1worldPlatform.APP_KEY, "redirect_uri", BACK, "response_type", "token");
        assertThat(error(sandbox.authClient.get("/authorize", call))).isEqualTo("unsupported_response_type");
        call.put("response_type", "code");
        sandbox.quirks.registeredRedirect.set(BACK + "/other");
        assertThat(error(sandbox.authClient.get("/authorize", call))).isEqualTo("redirect_uri_mismatch");
        call.put("client_id", "wrong");
        JsonNode refused = json(sandbox.authClient.get("/authorize", call));
        assertThat(refused.get("error").textValue()).isEqualTo("invalid_client");
        assertThat(refused.get("error_description").textValue()).isNotBlank();
        call = tokenCall("password");
        assertThat(error(sandbox.authClient.postInAddress("/access_token", call)))
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void theFixedKeyHasItsOwnAddressAndTravelsInTheFormOfAPost() {
        Map<String, String> key = with("token", M1worldPlatform.TOKEN);
        data(sandbox.client.get(ANY, key));
        assertRefused(sandbox.client.get("/v2" + ANY, key), "E10101");
        sandbox.quirks.anyTokenAtAnyAddress.set(true);
        data(sandbox.client.get("/v2" + ANY, key));
        assertRefused(sandbox.client.get(ANY, with("token", "wrong")), "E10101");

        assertRefused(sandbox.client.postInAddress("/contact/property/all", key), "E10101");
        sandbox.quirks.postPlaces.set(Set.of(Place.FORM, Place.QUERY));
        data(sandbox.client.postInAddress("/contact/property/all", key));
    }

    @Test
    void aRollingQuotaComesBackCallByCall() {
        sandbox.quirks.quota.set(2).quotaHour.set(QuotaHour.ROLLING);
        data(sandbox.get(ANY));
        sandbox.clock.advance(Duration.ofMinutes(50));
        data(sandbox.get(ANY));
        assertRefused(sandbox.get(ANY), "E10104");
        sandbox.clock.advance(Duration.ofMinutes(10));
        data(sandbox.get(ANY));
        assertRefused(sandbox.add("3", "[{\"email\":\"a\"}]"), "E10104");
        assertThat(sandbox.platform.contacts().count()).isZero();
        assertThat(sandbox.platform.callsBeyondQuota()).isEqualTo(2);
    }

    @Test
    void aFixedQuotaComesBackWithTheFullHour() {
        sandbox.quirks.quota.set(2).quotaHour.set(QuotaHour.FIXED);
        sandbox.clock.advance(Duration.ofMinutes(55));
        data(sandbox.get(ANY));
        data(sandbox.get(ANY));
        assertRefused(sandbox.get(ANY), "E10104");
        sandbox.clock.advance(Duration.ofMinutes(5));
        data(sandbox.get(ANY));
        data(sandbox.get(ANY));
    }

    @Test
    void whoHammersMayNeverGetThrough() {
        sandbox.quirks
                .quota
                .set(1)
                .quotaHour
                .set(QuotaHour.ROLLING)
                .refusedCallsCounted
                .set(true);
        data(sandbox.get(ANY));
        sandbox.clock.advance(Duration.ofMinutes(30));
        assertRefused(sandbox.get(ANY), "E10104");
        sandbox.clock.advance(Duration.ofMinutes(30));
        assertRefused(sandbox.get(ANY), "E10104");
        sandbox.clock.advance(Duration.ofMinutes(60));
        data(sandbox.get(ANY));
    }

    @Test
    void someCallsMayNotBePermitted() {
        sandbox.quirks.forbiddenPaths.set(Set.of("/contact/delete"));
        assertRefused(sandbox.post("/contact/delete", "ids", "[1]"), "E10102");
        data(sandbox.get(ANY));
    }

    @ParameterizedTest
    @EnumSource(ErrorShape.class)
    void everyShapeHoldsTheCodeAndNoneIsASuccess(ErrorShape shape) {
        sandbox.quirks.errorShapes.set(List.of(shape)).errorStatus.set(500);
        HttpResponse<String> refused = sandbox.client.get(ANY, with("token", "wrong"));
        assertThat(refused.statusCode()).isEqualTo(500);
        JsonNode answer = json(refused);
        assertThat(answer.path("success").asBoolean()).isFalse();
        String code =
                switch (shape) {
                    case CODE_ON_TOP, WITHOUT_SUCCESS -> answer.get("code").textValue();
                    case CODE_IN_DATA -> answer.get("data").get("code").textValue();
                    case CODE_AS_DATA -> answer.get("data").textValue();
                    case TEXT_AS_DATA -> answer.get("data").textValue().substring(0, 6);
                };
        assertThat(code).isEqualTo("E10101");
    }

    @Test
    void shapesMayChangeFromAnswerToAnswer() {
        sandbox.quirks.errorShapes.set(List.of(ErrorShape.CODE_ON_TOP, ErrorShape.CODE_AS_DATA));
        Map<String, String> wrong = with("token", "wrong");
        assertThat(json(sandbox.client.get(ANY, wrong)).has("code")).isTrue();
        assertThat(json(sandbox.client.get(ANY, wrong)).has("code")).isFalse();
        assertThat(json(sandbox.client.get(ANY, wrong)).has("code")).isTrue();
    }

    @Test
    void faultsStrikeTheApiAndTheAuthorizationServerApart() {
        sandbox.server.api().faults().outage(M1worldFault.SERVER_ERROR, Traffic.WRITE);
        assertRefused(sandbox.add("3", "[{\"email\":\"a\"}]"), "E10001");
        assertThat(sandbox.platform.contacts().count()).isZero();
        data(sandbox.get(ANY));
        sandbox.server.authorization().faults().outage(WireFault.SERVICE_UNAVAILABLE);
        assertThat(sandbox.authClient
                        .postInAddress("/access_token", tokenCall("refresh_token"))
                        .statusCode())
                .isEqualTo(503);
        assertThat(sandbox.server.api().requests().all()).isEqualTo(Map.of("contact.add", 1L, "contact.setting", 1L));
    }

    @Test
    void aTakenPortLeavesNothingListening() throws IOException {
        int taken = sandbox.server.authorization().uri().getPort();
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() -> M1worldServer.start(sandbox.platform, free, taken))
                .hasMessageContaining("127.0.0.1:" + taken);
        M1worldServer.start(sandbox.platform, free, 0).close();
    }

    private static Map<String, String> tokenCall(String grantType) {
        return with(
                "client_id", M1worldPlatform.APP_KEY,
                "client_secret", M1worldPlatform.APP_SECRET,
                "grant_type", grantType);
    }

    private static String error(HttpResponse<String> response) {
        return json(response).path("error").asText();
    }
}

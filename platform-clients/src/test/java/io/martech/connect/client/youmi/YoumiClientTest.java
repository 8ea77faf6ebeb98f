package io.martech.connect.client.youmi;

import static io.martech.connect.client.youmi.FakeYoumi.error;
import static io.martech.connect.client.youmi.FakeYoumi.json;
import static io.martech.connect.client.youmi.FakeYoumi.ok;
import static io.martech.connect.client.youmi.FakeYoumi.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.Json;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RateLimit;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire to Youmi, and how its tokens live. */
class YoumiClientTest {

    private static final ApiRequest STAFF =
            ApiRequest.get("staff", "/staff").with("ad_staff_state", -1).expecting(Expectation.array());

    private final ManualTime time = new ManualTime();
    private FakeYoumi youmi;

    @BeforeEach
    void start() throws IOException {
        youmi = new FakeYoumi(time);
    }

    @AfterEach
    void stop() {
        youmi.close();
    }

    @Test
    void theTokenIsObtainedByASignedObject() throws Exception {
        try (HttpPlatformClient client = client(youmi.account())) {
            client.execute(STAFF);
        }

        RecordedRequest call = youmi.tokenCalls().get(0);
        assertThat(call.getMethod()).isEqualTo("POST");
        assertThat(call.getUrl().encodedPath()).isEqualTo("/publicapi/v1/GetAccessToken");
        assertThat(call.getUrl().query()).isEqualTo("format=json");
        JsonNode body = Json.read(call.getBody().utf8());
        assertThat(body.fieldNames()).toIterable().containsExactly("AppId", "Nonce", "Timestamp", "Signature");
        assertThat(body.path("AppId").textValue()).isEqualTo("the-app");
        assertThat(body.path("Timestamp").isTextual())
                .as("as the example has it")
                .isTrue();
        assertThat(body.path("Signature").textValue())
                .isEqualTo(signature(
                        "the-app",
                        body.path("Nonce").textValue(),
                        body.path("Timestamp").textValue()));
    }

    @Test
    void everyOtherCallIsSignedInItsHeadersAndIsTextJson() throws Exception {
        youmi.then(ok("[{\"ad_staff_code\":\"b01\"}]"));
        ApiRequest post = ApiRequest.post("staff-wechat-accounts", "/staff/GetStaffWechat", Json.object())
                .expecting(Expectation.array());
        try (HttpPlatformClient client = client(youmi.account())) {
            assertThat(client.execute(STAFF).body())
                    .as("the values and nothing else")
                    .isEqualTo(Json.read("[{\"ad_staff_code\":\"b01\"}]"));
            client.execute(post);
        }

        assertThat(youmi.calls().get(0).getUrl().query()).isEqualTo("ad_staff_state=-1");
        assertThat(youmi.calls().get(1).getBody().utf8()).isEqualTo("{}");
        assertThat(youmi.calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.getHeaders().values("Content-Type")).containsExactly("text/json");
            assertThat(call.getHeaders().get("access_token")).isEqualTo("token-1");
            assertThat(call.getHeaders().get("Signature"))
                    .isEqualTo(signature(
                            "token-1",
                            call.getHeaders().get("Nonce"),
                            call.getHeaders().get("Timestamp")));
        });
        assertThat(youmi.calls().get(0).getHeaders().get("Nonce"))
                .as("a nonce is used once")
                .isNotEqualTo(youmi.calls().get(1).getHeaders().get("Nonce"));
    }

    @Test
    void itIsSignedWhenItLeavesHoweverLongItWaitedForTheQuota() {
        HttpSettings slow = HttpSettings.defaults().withRateLimit(RateLimit.perHour(4));
        try (HttpPlatformClient client = YoumiClients.create(youmi.account(), slow, time)) {
            for (int i = 0; i < 12; i++) {
                client.execute(STAFF);
            }
        }

        assertThat(youmi.calls()).as("none refused as older than ten minutes").hasSize(12);
        assertThat(time.sleeps()).as("some waited longer than that").anyMatch(wait -> wait.toMinutes() > 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3, 3})
    void aWorkerWhoseClockIsDaysWrongIsLetInAtTheSecondAttempt(long days) throws Exception {
        try (FakeYoumi elsewhere = new FakeYoumi(time, Duration.ofDays(days));
                HttpPlatformClient client = client(elsewhere.account())) {
            client.execute(STAFF);

            assertThat(elsewhere.tokenCalls()).hasSize(2);
            assertThat(elsewhere.calls()).hasSize(1);
        }
    }

    @Test
    void aTokenIsRenewedAtFourFifthsOfItsSevenDays() {
        try (HttpPlatformClient client = client(youmi.account())) {
            client.execute(STAFF);
            time.advance(Duration.ofDays(5));
            client.execute(STAFF);
            assertThat(youmi.tokenCalls()).hasSize(1);
            time.advance(Duration.ofDays(1));
            client.execute(STAFF);
            assertThat(youmi.tokenCalls()).hasSize(2);
        }
    }

    @Test
    void aTokenThatDiesInMidRunIsRenewedAndTheCallRepeated() {
        try (HttpPlatformClient client = client(youmi.account())) {
            for (int i = 0; i < 20; i++) {
                if (i % 5 == 4) {
                    youmi.killToken();
                }
                youmi.then(ok("[" + i + "]"));
                assertThat(client.execute(STAFF).body().path(0).intValue()).isEqualTo(i);
            }
        }
        assertThat(youmi.tokenCalls()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10003", "10005", "10011", "200006", "200007"})
    void aWrongAppIdOrKeyStopsNamingTheKeysNotTheValues(String code) {
        youmi.thenToken(error(200, code));
        try (HttpPlatformClient client = client(youmi.account())) {
            PlatformException failure = catchThrowableOfType(PlatformException.class, () -> client.execute(STAFF));

            assertThat(failure.category()).isEqualTo(Category.STOP);
            assertThat(failure)
                    .hasMessageContainingAll("POST /GetAccessToken answered HTTP 200", "code " + code, "youmi.app.")
                    .hasMessageNotContaining("the-key")
                    .hasMessageNotContaining("the-app");
            assertThat(youmi.tokenCalls()).hasSize(1);
        }
    }

    @Test
    void anUndocumentedRefusalOfATokenCallNamesTheKeysToCheck() {
        youmi.thenToken(times(11, error(200, "31")));
        try (HttpPlatformClient client = client(youmi.account())) {
            PlatformException failure = catchThrowableOfType(PlatformException.class, () -> client.execute(STAFF));

            assertThat(failure).hasMessageContainingAll("code 31", "may refuse the credentials", "youmi.app.key");
            assertThat(youmi.tokenCalls()).hasSize(11);
        }
    }

    @Test
    void aTokenInAnotherFieldIsToldWithTheKeyThatNamesIt() throws Exception {
        String answer = "{\"errmsg\":10004,\"succeed\":true,\"values\":{\"token\":\"token-1\",\"expires_in\":1}}";
        youmi.thenToken(times(11, json(200, answer)));
        try (HttpPlatformClient client = client(youmi.account())) {
            PlatformException failure = catchThrowableOfType(PlatformException.class, () -> client.execute(STAFF));
            assertThat(failure)
                    .hasMessageContainingAll("access_token", "token, expires_in", "youmi.token.field")
                    .hasMessageNotContaining("token-1");
        }

        YoumiAccount.Leniency otherName = new YoumiAccount.Leniency("token", false, Set.of(), Set.of());
        youmi.thenToken(json(200, answer)).accepts("token-1");
        YoumiAccount account = new YoumiAccount(youmi.url(), "the-app", "the-key", otherName);
        try (HttpPlatformClient client = client(account)) {
            client.execute(STAFF);
        }
        assertThat(youmi.calls().get(0).getHeaders().get("access_token")).isEqualTo("token-1");
    }

    private static String signature(String subject, String nonce, String timestamp) {
        return Signature.over("the-key", subject, nonce, Instant.ofEpochSecond(Long.parseLong(timestamp)))
                .value();
    }

    private HttpPlatformClient client(YoumiAccount account) {
        return YoumiClients.create(account, HttpSettings.defaults(), time);
    }
}

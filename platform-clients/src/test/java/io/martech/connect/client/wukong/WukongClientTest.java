package io.martech.connect.client.wukong;

import static io.martech.connect.client.auth.oauth.FakeOAuth.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.Json;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.auth.oauth.FakeOAuth;
import io.martech.connect.client.auth.oauth.Grant;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire to Wukong, and how its tokens live. */
class WukongClientTest {

    private static final ApiRequest LISTS = ApiRequest.form("lists", "/openv1/list")
            .with("create_at", "2017-1-1")
            .expecting(Expectation.array());

    @TempDir
    private Path store;

    private final ManualTime time = new ManualTime();
    private FakeOAuth wukong;

    @BeforeEach
    void start() throws IOException {
        wukong = new FakeOAuth(time);
    }

    @AfterEach
    void stop() {
        wukong.close();
    }

    @Test
    void theTokenIsObtainedByAFormAndTravelsAsAParameterOfTheForm() throws Exception {
        wukong.usually("[{\"id\":\"1\"}]");
        try (HttpPlatformClient client = client(WukongRevision.V1, refreshToken("refresh-0"))) {
            assertThat(client.execute(LISTS).body()).isEqualTo(Json.read("[{\"id\":\"1\"}]"));
        }

        assertThat(wukong.tokenCalls()).singleElement().satisfies(call -> assertThat(call)
                .containsOnlyKeys("path", "appid", "appsecret", "refresh_token")
                .containsEntry("path", "/oauth/token")
                .containsEntry("appid", "the-app")
                .containsEntry("appsecret", "the-secret")
                .containsEntry("refresh_token", "refresh-0"));
        assertThat(wukong.calls()).singleElement().satisfies(call -> {
            assertThat(call.getMethod()).isEqualTo("POST");
            assertThat(call.getUrl().query()).isNull();
            assertThat(FakeOAuth.form(call))
                    .containsOnlyKeys("access_token", "create_at")
                    .containsEntry("access_token", "access-1")
                    .containsEntry("create_at", "2017-1-1");
        });
    }

    @Test
    void theLaterRevisionSpellsTheCredentialsInAnotherWay() {
        try (HttpPlatformClient client = client(WukongRevision.V2, refreshToken("refresh-0"))) {
            client.execute(LISTS);
        }
        try (HttpPlatformClient client =
                client(WukongRevision.V2, InitialGrant.of(Grant.authorizationCode("code-0", null)))) {
            client.execute(LISTS);
        }

        assertThat(wukong.tokenCalls().get(0))
                .containsOnlyKeys("path", "app_id", "app_secret", "grant_type", "refresh_token")
                .containsEntry("grant_type", "refresh_token");
        assertThat(wukong.tokenCalls().get(1))
                .containsOnlyKeys("path", "app_id", "app_secret", "grant_type", "code")
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "code-0");
    }

    @Test
    void inABatchTheTokenStandsInTheObject() throws Exception {
        wukong.usually("{\"errcode\":\"100\",\"errmsg\":\"success\"}");
        try (HttpPlatformClient client = client(WukongRevision.V1, refreshToken("refresh-0"))) {
            client.execute(ApiRequest.post(
                    "import", "/importv1/potential", Json.read("{\"wk_uid\":\"123\",\"data\":[{\"qq\":100.240}]}")));
        }

        assertThat(wukong.calls().get(0).getBody().utf8())
                .isEqualTo("{\"access_token\":\"access-1\",\"wk_uid\":\"123\",\"data\":[{\"qq\":100.240}]}");
    }

    @Test
    void tokenCallsAreFewAcrossRestarts() {
        for (int restart = 0; restart < 20; restart++) {
            try (HttpPlatformClient client = client(WukongRevision.V1, refreshToken("refresh-0"))) {
                client.execute(LISTS);
                client.execute(LISTS);
            }
            time.advance(Duration.ofMinutes(1));
        }
        assertThat(wukong.tokenCalls()).hasSize(1);
    }

    @Test
    void isRenewedAtFourFifthsOfItsLifeAcrossRestartsToo() {
        try (HttpPlatformClient client = client(WukongRevision.V1, refreshToken("refresh-0"))) {
            client.execute(LISTS);
        }
        time.advance(Duration.ofMinutes(90));
        try (HttpPlatformClient client = client(WukongRevision.V1, refreshToken("refresh-0"))) {
            client.execute(LISTS);
            assertThat(wukong.tokenCalls()).hasSize(1);
            time.advance(Duration.ofMinutes(8));
            client.execute(LISTS);
            assertThat(wukong.tokenCalls()).hasSize(2);
            assertThat(wukong.tokenCalls().get(1)).containsEntry("refresh_token", "refresh-1");
        }
    }

    @Test
    void aTokenThatDiesInMidBatchIsRenewedAndTheCallRepeated() {
        wukong.refusesTokensWith(json(200, "{\"errcode\":\"40001\",\"errmsg\":\"invalid access_token\"}"));
        try (HttpPlatformClient client = client(WukongRevision.V1, refreshToken("refresh-0"))) {
            client.execute(LISTS);
            wukong.killAccessToken();
            client.execute(LISTS);
        }
        assertThat(wukong.tokenCalls()).hasSize(2);
        assertThat(wukong.calls()).hasSize(3);
    }

    @Test
    void withoutATokenToBeginWithItSaysAtTheStartWhatToDo() {
        assertThatThrownBy(() -> client(WukongRevision.V1, InitialGrant.none()))
                .isInstanceOf(PlatformException.class)
                .hasMessageContainingAll(
                        store.toString(), "wukong.refresh.token", "bin/authorize", "shared by all workers");
    }

    private static InitialGrant refreshToken(String token) {
        return InitialGrant.of(Grant.refreshToken(token));
    }

    private HttpPlatformClient client(WukongRevision revision, InitialGrant begin) {
        WukongAccount account =
                new WukongAccount(wukong.url(), revision, "the-app", "the-secret", begin, store, Set.of());
        return WukongClients.create(account, HttpSettings.defaults(), time);
    }

    static List<String> secrets() {
        return List.of("the-secret", "refresh-", "access-");
    }
}

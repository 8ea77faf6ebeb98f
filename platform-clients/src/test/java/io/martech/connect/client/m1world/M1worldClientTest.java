package io.martech.connect.client.m1world;

import static io.martech.connect.client.auth.oauth.FakeOAuth.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.auth.CredentialsResult;
import io.martech.connect.client.auth.oauth.FakeOAuth;
import io.martech.connect.client.auth.oauth.Grant;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire to M1world, and how its tokens live. */
class M1worldClientTest {

    private static final ApiRequest SETTING =
            ApiRequest.get("fields", "/contact/setting").with("page", 1).expecting(Expectation.object());
    private static final ApiRequest ADD =
            ApiRequest.form("contacts", "/contact/add").with("contacts", "[]").with("opType", 2);

    @TempDir
    private Path store;

    private final ManualTime time = new ManualTime();
    private FakeOAuth m1world;

    @BeforeEach
    void start() throws IOException {
        m1world = new FakeOAuth(time).usually("{\"success\":true,\"data\":{}}");
    }

    @AfterEach
    void stop() {
        m1world.close();
    }

    @Test
    void aFixedKeyTravelsAsAParameterOfTheAddressOrOfTheForm() {
        m1world.accepts("somebody");
        M1worldAccount account = M1worldAccount.withKey(m1world.url(), "somebody");
        try (HttpPlatformClient client = M1worldClients.create(account, HttpSettings.defaults(), time)) {
            client.execute(SETTING);
            client.execute(ADD);
        }

        assertThat(m1world.tokenCalls()).isEmpty();
        assertThat(m1world.calls().get(0).getUrl().encodedQuery()).isEqualTo("page=1&token=somebody");
        assertThat(FakeOAuth.form(m1world.calls().get(1)))
                .isEqualTo(Map.of("token", "somebody", "contacts", "[]", "opType", "2"));
        assertThat(m1world.calls().get(1).getUrl().query()).isNull();
    }

    @Test
    void anAppsTokenIsObtainedByAnAddressAndLivesUntilThatVeryMoment() {
        m1world.tokensLive(Duration.ofHours(24));
        try (HttpPlatformClient client =
                client(InitialGrant.of(Grant.authorizationCode("code-0", "http://here/back")))) {
            client.execute(SETTING);
            time.advance(Duration.ofHours(19));
            client.execute(SETTING);
            assertThat(m1world.tokenCalls()).hasSize(1);
            time.advance(Duration.ofMinutes(13));
            client.execute(ADD);
        }

        assertThat(m1world.tokenCalls().get(0))
                .isEqualTo(Map.of(
                        "path", "/auth/access_token",
                        "client_id", "the-app",
                        "client_secret", "the-secret",
                        "grant_type", "authorization_code",
                        "code", "code-0",
                        "redirect_uri", "http://here/back"));
        assertThat(m1world.tokenCalls().get(1))
                .isEqualTo(Map.of(
                        "path", "/auth/access_token",
                        "client_id", "the-app",
                        "client_secret", "the-secret",
                        "grant_type", "refresh_token",
                        "refresh_token", "refresh-1"));
        assertThat(m1world.calls().get(0).getUrl().encodedPath()).isEqualTo("/v2/contact/setting");
        assertThat(m1world.calls().get(0).getUrl().queryParameter("token")).isEqualTo("access-1");
        assertThat(FakeOAuth.form(m1world.calls().get(2))).containsEntry("token", "access-2");
    }

    @Test
    void aTokenThatDiesInMidBatchIsRenewedAndTheCallRepeated() {
        m1world.refusesTokensWith(json(200, "{\"success\":false,\"data\":{\"errorCode\":\"E10101\"}}"));
        try (HttpPlatformClient client = client(InitialGrant.of(Grant.refreshToken("refresh-0")))) {
            client.execute(ADD);
            m1world.killAccessToken();
            client.execute(ADD);
        }
        assertThat(m1world.tokenCalls()).hasSize(2);
    }

    @Test
    void theDefaultAddressFollowsTheKindOfCredentials() {
        assertThat(M1worldAccount.withKey("", "key").url()).isEqualTo("http://api.m1world.com");
        assertThat(M1worldAccount.withApp(null, app(InitialGrant.none())).url()).isEqualTo("http://api.m1world.com/v2");
    }

    @Test
    void aFixedKeyCanBeTriedAndIsToldFromAnOutage() {
        m1world.refusesTokensWith(json(200, "{\"success\":false,\"message\":\"E10101\"}"));
        assertThat(tried("the-key"))
                .satisfies(result -> assertThat(result.status()).isEqualTo(CredentialsResult.Status.REFUSED))
                .satisfies(result -> assertThat(result.keys()).containsExactly("m1world.token"));
        assertThat(m1world.calls()).hasSize(1);

        m1world.accepts("somebody");
        assertThat(tried("somebody").isAccepted()).isTrue();

        m1world.close();
        assertThat(tried("the-key").status()).isEqualTo(CredentialsResult.Status.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({"E10104, 200", "E10102, 200", "E10102, 403"})
    void aKeyThatThePlatformKnowsIsAcceptedThoughItMayNotCallNow(String code, int status) {
        m1world.accepts("somebody").then(json(status, "{\"success\":false,\"message\":\"" + code + "\"}"));

        assertThat(tried("somebody").isAccepted()).isTrue();
        assertThat(m1world.calls()).hasSize(1);
    }

    private CredentialsResult tried(String key) {
        return M1worldClients.checkCredentials(M1worldAccount.withKey(m1world.url(), key), HttpSettings.defaults());
    }

    private HttpPlatformClient client(InitialGrant begin) {
        return M1worldClients.create(
                M1worldAccount.withApp(m1world.url() + "/v2", app(begin)), HttpSettings.defaults(), time);
    }

    private M1worldAccount.App app(InitialGrant begin) {
        return new M1worldAccount.App(m1world.url() + "/auth", "the-app", "the-secret", begin, store);
    }
}

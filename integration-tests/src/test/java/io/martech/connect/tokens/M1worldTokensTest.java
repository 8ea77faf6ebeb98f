package io.martech.connect.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.auth.oauth.Authorization;
import io.martech.connect.client.auth.oauth.Grant;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.m1world.M1worldAccount;
import io.martech.connect.client.m1world.M1worldClients;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.m1world.M1worldServer;
import io.martech.connect.sandbox.m1world.account.ErrorShape;
import io.martech.connect.sandbox.m1world.account.QuotaHour;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client of M1world and a platform that was simulated by somebody else. */
class M1worldTokensTest {

    private static final String REDIRECT = "http://127.0.0.1:8765/callback";
    private static final ApiRequest SETTING =
            ApiRequest.get("fields", "/contact/setting").expecting(Expectation.object());
    private static final ApiRequest PROPERTIES =
            ApiRequest.form("properties", "/contact/property/all").expecting(Expectation.array());
    private static final RetryPolicy FEW = new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(1));

    @TempDir
    private Path store;

    private final PlatformTime time = new PlatformTime();
    private final M1worldPlatform platform = new M1worldPlatform(time.clock(), 1);
    private M1worldServer server;

    @BeforeEach
    void start() {
        server = M1worldServer.start(platform);
    }

    @AfterEach
    void stop() {
        assertThat(server.ownErrors()).isEmpty();
        server.close();
    }

    @Test
    void aCodeIsGoodForTenDaysOfTokens() throws Exception {
        platform.quirks().registeredRedirect.set(REDIRECT);
        platform.tokens().rules().oneAccessTokenAtATime.set(true);
        Authorization authorization = M1worldClients.authorization(app(InitialGrant.none()), time);
        authorization.keep(
                authorization.exchange(platform.tokens().newCode(), REDIRECT, HttpSettings.defaults()), store);

        for (int restart = 0; restart < 20; restart++) {
            try (HttpPlatformClient client = client(app(InitialGrant.none()))) {
                client.execute(SETTING);
                time.pass(Duration.ofHours(12));
                client.execute(PROPERTIES);
            }
        }

        assertThat(platform.tokens().denied()).isZero();
        assertThat(server.authorization().requests().of("access_token")).isBetween(10L, 14L);
    }

    @ParameterizedTest
    @EnumSource(ErrorShape.class)
    void aRevokedTokenIsRenewedHoweverThePlatformSaysSo(ErrorShape shape) {
        platform.quirks().errorShapes.set(List.of(shape));
        InitialGrant begin =
                InitialGrant.of(Grant.refreshToken(platform.tokens().issue().refreshToken()));
        for (int status : new int[] {200, 400, 401, 500}) {
            platform.quirks().errorStatus.set(status);
            try (HttpPlatformClient client = client(app(begin))) {
                client.execute(SETTING);
                platform.tokens().revokeAccessTokens();
                client.execute(PROPERTIES);
            }
        }
        assertThat(server.authorization().requests().of("access_token")).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(ErrorShape.class)
    void anHoursQuotaIsWaitedForWithoutHammering(ErrorShape shape) {
        platform.quirks()
                .errorShapes
                .set(List.of(shape))
                .quota
                .set(10)
                .quotaHour
                .set(QuotaHour.values()[0]);
        try (HttpPlatformClient client =
                client(M1worldAccount.withKey(server.api().uri().toString(), M1worldPlatform.TOKEN))) {
            for (int i = 0; i < 25; i++) {
                client.execute(SETTING);
            }
            assertThat(client.statistics().platformPauses()).isBetween(2L, 26L);
        }
        assertThat(platform.callsBeyondQuota())
                .as("tries in two hours of waiting")
                .isLessThanOrEqualTo(26);
    }

    @ParameterizedTest
    @EnumSource(ErrorShape.class)
    void aKeyThatIsRefusedStopsAtOnce(ErrorShape shape) {
        platform.quirks().errorShapes.set(List.of(shape));
        try (HttpPlatformClient client =
                client(M1worldAccount.withKey(server.api().uri().toString(), "wrong"))) {
            assertThatThrownBy(() -> client.execute(SETTING))
                    .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.category())
                            .isEqualTo(Category.STOP))
                    .hasMessageContainingAll("E10101", "Check m1world.token")
                    .hasMessageNotContaining("wrong");
        }
        assertThat(server.api().requests().total()).isEqualTo(1);
    }

    private HttpPlatformClient client(M1worldAccount account) {
        return M1worldClients.create(account, HttpSettings.defaults().withRetry(FEW), time);
    }

    private M1worldAccount app(InitialGrant begin) {
        return M1worldAccount.withApp(
                server.oauthUri().toString(),
                new M1worldAccount.App(
                        server.authorization().uri().toString(),
                        M1worldPlatform.APP_KEY,
                        M1worldPlatform.APP_SECRET,
                        begin,
                        store));
    }
}

package io.martech.connect.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.auth.oauth.Authorization;
import io.martech.connect.client.auth.oauth.Grant;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import io.martech.connect.client.wukong.WukongAccount;
import io.martech.connect.client.wukong.WukongClients;
import io.martech.connect.client.wukong.WukongRevision;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.wukong.WukongPlatform;
import io.martech.connect.sandbox.wukong.WukongServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client of Wukong and a platform that was simulated by somebody else, over days of the platform's time. */
class WukongTokensTest {

    private static final ApiRequest LISTS_V1 =
            ApiRequest.form("lists", "/openv1/list").expecting(Expectation.array());
    private static final ApiRequest LISTS_V2 =
            ApiRequest.form("lists", "/openv1/lists").expecting(Expectation.array());

    @TempDir
    private Path store;

    private final PlatformTime time = new PlatformTime();
    private final WukongPlatform platform = new WukongPlatform(time.clock(), 1);
    private ApiServer server;

    @BeforeEach
    void start() {
        platform.addList("7", "a list");
        server = WukongServer.start(platform);
    }

    @AfterEach
    void stop() {
        assertThat(server.ownErrors()).isEmpty();
        server.close();
    }

    /** Refresh tokens die at once, a new access token ends the one before, and token calls are counted by the platform. */
    @ParameterizedTest
    @EnumSource(WukongRevision.class)
    void threeDaysOfTwoTasksAndManyRestartsNeedFewTokenCallsAndLoseNone(WukongRevision revision) {
        platform.quirks()
                .revisions
                .set(Set.of(io.martech.connect.sandbox.wukong.WukongRevision.valueOf(revision.name())));
        platform.tokens()
                .rules()
                .oneAccessTokenAtATime
                .set(true)
                .mostCalls
                .set(20)
                .callWindow
                .set(Duration.ofDays(1));
        ApiRequest lists = revision == WukongRevision.V1 ? LISTS_V1 : LISTS_V2;
        InitialGrant begin =
                InitialGrant.of(Grant.refreshToken(platform.tokens().issue().refreshToken()));
        long issuedBefore = platform.tokens().issued();
        Random random = new Random(7);

        HttpPlatformClient one = client(revision, begin);
        HttpPlatformClient other = client(revision, begin);
        for (int poll = 0; poll < 3 * 24 * 12; poll++) {
            assertThat(one.execute(lists).body()).hasSize(1);
            assertThat(other.execute(lists).body()).hasSize(1);
            if (random.nextInt(10) == 0) {
                one.close();
                one = client(revision, begin);
            }
            time.pass(Duration.ofMinutes(5));
        }
        one.close();
        other.close();

        assertThat(platform.tokens().denied()).isZero();
        assertThat(platform.tokens().issued() - issuedBefore)
                .as("tokens of two hours each, renewed after 96 minutes, in three days")
                .isBetween(36L, 46L);
        assertThat(server.requests().of("token")).isEqualTo(platform.tokens().issued() - issuedBefore);
    }

    @Test
    void whatAPersonHasAuthorizedIsWhatTheConnectorBeginsWith() throws Exception {
        Authorization authorization =
                WukongClients.authorization(account(WukongRevision.V1, InitialGrant.none()), time);
        authorization.keep(authorization.exchange(platform.tokens().newCode(), null, HttpSettings.defaults()), store);

        try (HttpPlatformClient client = client(WukongRevision.V1, InitialGrant.none())) {
            assertThat(client.execute(LISTS_V1).body()).hasSize(1);
            time.pass(Duration.ofHours(30));
            assertThat(client.execute(LISTS_V1).body()).hasSize(1);
        }
        assertThat(server.requests().of("token")).isEqualTo(2);
    }

    @Test
    void whenThePlatformRevokesAllItSaysWhatToDo() {
        InitialGrant begin =
                InitialGrant.of(Grant.refreshToken(platform.tokens().issue().refreshToken()));
        try (HttpPlatformClient client = client(WukongRevision.V1, begin)) {
            client.execute(LISTS_V1);
            platform.tokens().revokeAccessTokens();
            client.execute(LISTS_V1);
            platform.tokens().revokeEverything();

            assertThatThrownBy(() -> client.execute(LISTS_V1))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContainingAll("it refuses the refresh token", "bin/authorize", "token.store.path");
        }
    }

    @Test
    void tooManyTokenCallsAreToldInThePlatformsWords() {
        platform.tokens().rules().mostCalls.set(0).callWindow.set(Duration.ofDays(1));
        InitialGrant begin =
                InitialGrant.of(Grant.refreshToken(platform.tokens().issue().refreshToken()));
        try (HttpPlatformClient client = client(WukongRevision.V1, begin)) {
            assertThatThrownBy(() -> client.execute(LISTS_V1))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("次数超过限制");
        }
        assertThat(server.requests().of("token")).isLessThanOrEqualTo(4);
    }

    private HttpPlatformClient client(WukongRevision revision, InitialGrant begin) {
        return WukongClients.create(account(revision, begin), HttpSettings.defaults(), time);
    }

    private WukongAccount account(WukongRevision revision, InitialGrant begin) {
        return new WukongAccount(
                server.uri().toString(),
                revision,
                WukongPlatform.APP_ID,
                WukongPlatform.APP_SECRET,
                begin,
                store,
                Set.of());
    }
}

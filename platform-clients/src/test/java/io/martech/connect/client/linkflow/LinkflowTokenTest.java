package io.martech.connect.client.linkflow;

import static io.martech.connect.client.linkflow.FakeLinkflow.error;
import static io.martech.connect.client.linkflow.FakeLinkflow.json;
import static io.martech.connect.client.linkflow.FakeLinkflow.ok;
import static io.martech.connect.client.linkflow.FakeLinkflow.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.ApiResponse;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RateLimit;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkflowTokenTest {

    private static final ApiRequest ORDERS =
            ApiRequest.get("orders", "/open/orders").expecting(Expectation.array());

    private final ManualTime time = new ManualTime();
    private FakeLinkflow linkflow;
    private HttpPlatformClient client;

    @BeforeEach
    void start() throws IOException {
        linkflow = new FakeLinkflow(time);
        client = LinkflowClients.create(linkflow.account(), HttpSettings.defaults(), time);
    }

    @AfterEach
    void stop() {
        client.close();
        linkflow.close();
    }

    @Test
    void oneRefreshIsInFlightHoweverManyNeedIt() throws Exception {
        linkflow.answersTokenCallsAfter(Duration.ofMillis(50));

        assertThat(executeAtOnce(16)).hasSize(16);
        assertThat(linkflow.tokenCalls()).hasSize(1);

        linkflow.killToken();
        assertThat(executeAtOnce(16)).hasSize(16);
        assertThat(linkflow.tokenCalls()).hasSize(2);
    }

    @Test
    void aTokenKilledInMidRunLosesNothing() {
        for (int i = 0; i < 20; i++) {
            if (i % 5 == 4) {
                linkflow.killToken();
            }
            linkflow.then(ok("[" + i + "]"));
            assertThat(client.execute(ORDERS).body().path(0).intValue()).isEqualTo(i);
        }
        assertThat(linkflow.tokenCalls()).hasSize(5);
    }

    @Test
    void anotherClientThatKeepsReplacingTheTokenEndsInAClearFailure() {
        PlatformException failure = null;
        int succeeded = 0;
        while (failure == null && succeeded < 50) {
            linkflow.killToken();
            failure = catchThrowableOfType(PlatformException.class, () -> client.execute(ORDERS));
            succeeded += failure == null ? 1 : 0;
        }

        assertThat(succeeded).isBetween(5, 6);
        assertThat(failure.category()).isEqualTo(Category.STOP);
        assertThat(failure).hasMessageContaining("another client of the same key is replacing the token");
    }

    /** As when a source reads several resources and one of them, for which the permission is missing, is tried again and again. */
    @Test
    void aCallThatIsForbiddenAgainAndAgainTakesNoTokenFromTheOthers() {
        linkflow.forbids("/v1/tags");
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(client.execute(ORDERS).body()).isEmpty();
            PlatformException failure = catchThrowableOfType(
                    PlatformException.class, () -> client.execute(ApiRequest.get("tags", "/v1/tags")));
            assertThat(failure).hasMessageContaining("GET /v1/tags answered HTTP 403");
            assertThat(failure.isAboutToken()).isFalse();
        }
        assertThat(linkflow.tokenCalls()).hasSizeLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"401, ''", "403, ''", "403, B00403", "500, B00401"})
    void freshTokensRefusedAgainAndAgainStop(int status, String code) {
        MockResponse refusal = code.isEmpty() ? json(status, "<html>Forbidden</html>") : error(status, code);
        LinkflowAccount account = new LinkflowAccount(
                linkflow.url(), "the-key", "the-secret", ZoneOffset.ofHours(8), Set.of("B_00401"), Set.of());
        linkflow.then(times(4, refusal));

        try (HttpPlatformClient other = LinkflowClients.create(account, HttpSettings.defaults(), time)) {
            PlatformException failure = catchThrowableOfType(PlatformException.class, () -> other.execute(ORDERS));

            assertThat(failure.category()).isEqualTo(Category.STOP);
            assertThat(failure.status()).isEqualTo(status);
            assertThat(failure)
                    .hasMessageContaining("GET /open/orders answered HTTP " + status)
                    .hasMessageContaining("permission")
                    .hasMessageContaining("private App");
            assertThat(linkflow.calls()).hasSize(3);
            assertThat(linkflow.tokenCalls()).hasSize(3);
        }
    }

    /** As when another client replaces the token at the wrong moment, twice. */
    @Test
    void twoTokensThatDieInOneCallAreSurvived() {
        linkflow.then(json(401, ""), json(401, ""), ok("[1]"));

        assertThat(client.execute(ORDERS).body()).hasSize(1);
        assertThat(linkflow.tokenCalls()).hasSize(3);
    }

    @Test
    void aRefusalLongAfterTheLastOneIsANewOne() {
        linkflow.then(json(403, ""), json(500, ""), json(403, ""), ok("[1]"));

        assertThat(client.execute(ORDERS).body()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"401, ''", "403, ''", "401, B00401", "400, B00010"})
    void aWrongKeyOrSecretStopsNamingTheKeysNotTheValues(int status, String code) {
        linkflow.thenToken(code.isEmpty() ? json(status, "") : error(status, code));

        PlatformException failure = catchThrowableOfType(PlatformException.class, () -> client.execute(ORDERS));

        assertThat(failure.category()).isEqualTo(Category.STOP);
        assertThat(failure)
                .hasMessageContaining("GET /token answered HTTP " + status)
                .hasMessageContaining("linkflow.app.key")
                .hasMessageContaining("linkflow.app.secret")
                .hasMessageNotContaining("the-key")
                .hasMessageNotContaining("the-secret");
        assertThat(linkflow.tokenCalls()).hasSize(1);
    }

    @Test
    void faultsOfTheTokenCallAreRepeatedLikeAllOthers() {
        linkflow.thenToken(
                json(503, ""), ok("<html>"), ok(""), ok("{\"expiration\":\"2026-03-01 12:00:00\"}"), json(429, ""));

        client.execute(ORDERS);

        assertThat(linkflow.tokenCalls()).hasSize(6);
    }

    @Test
    void aTokenThatCannotBeAHeaderIsNoToken() {
        linkflow.thenToken(times(20, ok("{\"token\":\"令牌\",\"expiration\":\"2026-03-01 12:00:00\"}")));

        PlatformException failure = catchThrowableOfType(PlatformException.class, () -> client.execute(ORDERS));

        assertThat(failure).hasMessageContaining("without a usable \"token\"").hasMessageNotContaining("令牌");
        assertThat(linkflow.tokenCalls()).hasSize(11);
    }

    @Test
    void theExpirationIsReadInThePlatformsZone() {
        linkflow.tokensLive(Duration.ofMinutes(100));
        client.execute(ORDERS);
        time.advance(Duration.ofMinutes(79));
        client.execute(ORDERS);
        assertThat(linkflow.tokenCalls()).hasSize(1);
        time.advance(Duration.ofMinutes(2));
        client.execute(ORDERS);
        assertThat(linkflow.tokenCalls()).hasSize(2);
    }

    @Test
    void tokenCallsCountAgainstTheQuotaAndARenewalWastesNoPermit() {
        HttpSettings twoAnHour = HttpSettings.defaults().withRateLimit(RateLimit.perHour(2));
        try (HttpPlatformClient slow = LinkflowClients.create(linkflow.account(), twoAnHour, time)) {
            slow.execute(ORDERS);

            Duration waited = time.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
            assertThat(waited).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(121));
            assertThat(slow.statistics().requests()).isEqualTo(2);
        }
    }

    private List<ApiResponse> executeAtOnce(int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier together = new CyclicBarrier(threads);
        try {
            Callable<ApiResponse> call = () -> {
                together.await();
                return client.execute(ORDERS);
            };
            List<ApiResponse> answers = new ArrayList<>();
            for (Future<ApiResponse> answer : pool.invokeAll(java.util.Collections.nCopies(threads, call))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}

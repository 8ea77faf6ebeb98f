package io.martech.connect.client.auth.oauth;

import static io.martech.connect.client.auth.oauth.FakeOAuth.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TestLog;
import io.martech.connect.client.m1world.M1worldAccount;
import io.martech.connect.client.m1world.M1worldClients;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import io.martech.connect.client.wukong.WukongAccount;
import io.martech.connect.client.wukong.WukongClients;
import io.martech.connect.client.wukong.WukongRevision;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way to fail of a call whose token travels in its address or form, and what a reader of logs and messages learns. */
class OAuthSecretsTest {

    private static final String PERSON = "13912345678";
    private static final String[] SECRETS = {"the-secret", "the-key", "refresh-", "access-", "code-0"};
    private static final String[] PERSONAL = {PERSON, "Zhang San"};

    @TempDir
    private Path directory;

    /** Each makes a client of its platform, with a token that is good. */
    private enum Account {
        WUKONG_V1("refresh-0", "access-1") {
            @Override
            HttpPlatformClient client(FakeOAuth platform, Path store, HttpSettings settings, ManualTime time) {
                return wukong(WukongRevision.V1, platform, store, settings, time);
            }
        },
        WUKONG_V2("refresh-0", "access-1") {
            @Override
            HttpPlatformClient client(FakeOAuth platform, Path store, HttpSettings settings, ManualTime time) {
                return wukong(WukongRevision.V2, platform, store, settings, time);
            }
        },
        M1WORLD_APP("code-0", "access-1") {
            @Override
            HttpPlatformClient client(FakeOAuth platform, Path store, HttpSettings settings, ManualTime time) {
                InitialGrant begin = InitialGrant.of(Grant.authorizationCode("code-0", "http://here/back"));
                M1worldAccount.App app = new M1worldAccount.App(platform.url(), "the-app", "the-secret", begin, store);
                return M1worldClients.create(
                        M1worldAccount.withApp(platform.url(), app).withQuotaPause(Duration.ofSeconds(1)),
                        settings,
                        time);
            }
        },
        M1WORLD_KEY("", "the-key") {
            @Override
            HttpPlatformClient client(FakeOAuth platform, Path store, HttpSettings settings, ManualTime time) {
                platform.accepts("the-key");
                return M1worldClients.create(M1worldAccount.withKey(platform.url(), "the-key"), settings, time);
            }
        };

        private final String grant;
        private final String accessToken;

        Account(String grant, String accessToken) {
            this.grant = grant;
            this.accessToken = accessToken;
        }

        abstract HttpPlatformClient client(FakeOAuth platform, Path store, HttpSettings settings, ManualTime time);

        private static HttpPlatformClient wukong(
                WukongRevision revision, FakeOAuth platform, Path store, HttpSettings settings, ManualTime time) {
            InitialGrant begin = InitialGrant.of(Grant.refreshToken("refresh-0"));
            return WukongClients.create(
                    new WukongAccount(platform.url(), revision, "the-app", "the-secret", begin, store, Set.of("9")),
                    settings,
                    time);
        }
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void noSecretAnywhereAndNoPersonalDatumAboveDebug(Account account) throws Exception {
        TestLog log = TestLog.fromHere();
        List<String> messages = new ArrayList<>();
        messages.addAll(ofEach(waysToFail(account), response -> failuresOf(account, response, List.of())));
        messages.addAll(ofEach(
                waysOfTokenCallsToFail(account),
                response -> failuresOf(account, null, List.of(response, response, response, response))));
        messages.addAll(failuresWithoutAServer(account));

        assertThat(messages).hasSizeGreaterThan(waysToFail(account).size());
        assertThat(messages)
                .filteredOn(message -> mentions(message, SECRETS) || mentions(message, PERSONAL))
                .isEmpty();
        assertThat(log.lines()).isNotEmpty();
        assertThat(log.lines()).filteredOn(line -> mentions(line, SECRETS)).isEmpty();
        assertThat(log.lines())
                .filteredOn(line -> !line.contains(" DEBUG ") && mentions(line, PERSONAL))
                .isEmpty();
    }

    private interface Attempt {
        List<String> failuresOf(MockResponse response) throws Exception;
    }

    /** Side by side, for a call that fails mostly waits. */
    private static List<String> ofEach(List<MockResponse> ways, Attempt attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<String>>> attempts = ways.stream()
                    .<Callable<List<String>>>map(way -> () -> attempt.failuresOf(way))
                    .toList();
            List<String> messages = new ArrayList<>();
            for (Future<List<String>> each : threads.invokeAll(attempts)) {
                messages.addAll(each.get());
            }
            return messages;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<MockResponse> waysToFail(Account account) {
        List<MockResponse> ways = new ArrayList<>(brokenAnswers());
        for (int status : new int[] {200, 302, 401, 404, 429, 500}) {
            ways.add(json(status, "<html>" + PERSON + "</html>"));
            ways.add(json(status, "{\"errcode\":\"9\",\"errmsg\":\"" + PERSON + "\"}"));
            ways.add(json(status, "{\"success\":false,\"code\":\"E10103\",\"message\":\"" + PERSON + "\"}"));
        }
        for (String code : new String[] {"E10104", "E00001", "E00005", "E99999"}) {
            ways.add(json(200, "{\"success\":false,\"data\":\"" + code + " Zhang San, " + account.accessToken + "\"}"));
        }
        ways.add(json(200, "{\"name\":\"Zhang San\"}"));
        ways.add(json(200, "[{\"name\":\"Zhang San\"}"));
        ways.add(new MockResponse.Builder().status("Zhang San " + PERSON).build());
        return ways;
    }

    /** Nobody's data is in a token call; but the platform may repeat every secret that it was sent. */
    private static List<MockResponse> waysOfTokenCallsToFail(Account account) {
        List<MockResponse> ways = new ArrayList<>(brokenAnswers());
        String quote = account.grant + " the-secret";
        for (int status : new int[] {200, 400, 401, 500}) {
            ways.add(json(status, "{\"error\":\"invalid_grant\",\"error_description\":\"" + quote + "\"}"));
            ways.add(json(status, "{\"errcode\":\"7\",\"errmsg\":\"" + quote + "\"}"));
            ways.add(json(status, "{\"success\":false,\"data\":\"E10103 " + quote + "\"}"));
            ways.add(json(status, "<html>" + quote + "</html>"));
        }
        return ways;
    }

    private static List<MockResponse> brokenAnswers() {
        return List.of(
                json(302, "")
                        .newBuilder()
                        .addHeader("Location", "http://elsewhere/?token=access-1&refresh_token=refresh-0&key=the-key")
                        .build(),
                json(200, "[]")
                        .newBuilder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build(),
                json(200, "[]")
                        .newBuilder()
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build(),
                json(200, "[]")
                        .newBuilder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
    }

    /** @param response the answer to calls; null for the usual one */
    private List<String> failuresOf(Account account, MockResponse response, List<MockResponse> toTokenCalls)
            throws Exception {
        ManualTime time = new ManualTime();
        try (FakeOAuth platform = new FakeOAuth(time)) {
            if (response != null) {
                platform.then(response, response, response, response, response);
            }
            platform.thenToken(toTokenCalls.toArray(MockResponse[]::new));
            Path store = Files.createTempDirectory(directory, "store");
            try (HttpPlatformClient client = account.client(platform, store, settings(), time)) {
                return failureOf(client);
            }
        }
    }

    private List<String> failuresWithoutAServer(Account account) throws Exception {
        ManualTime time = new ManualTime();
        FakeOAuth platform = new FakeOAuth(time);
        try (HttpPlatformClient client =
                account.client(platform, Files.createTempDirectory(directory, "store"), settings(), time)) {
            platform.close();
            return failureOf(client);
        }
    }

    private static HttpSettings settings() {
        return HttpSettings.defaults()
                .withRetry(new RetryPolicy(2, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .withTimeouts(Duration.ofMillis(200), Duration.ofMillis(200));
    }

    private static List<String> failureOf(HttpPlatformClient client) {
        List<String> messages = new ArrayList<>();
        for (ApiRequest request : List.of(
                ApiRequest.form("contacts", "/contact/add").with("contacts", PERSON),
                ApiRequest.get("contacts", "/contact/all").with("key", PERSON).expecting(Expectation.array()))) {
            try {
                client.execute(request);
            } catch (PlatformException failure) {
                StringWriter trace = new StringWriter();
                failure.printStackTrace(new PrintWriter(trace, true));
                messages.addAll(List.of(failure.getMessage(), failure.toString(), trace.toString()));
            }
        }
        return messages;
    }

    private static boolean mentions(String text, String... words) {
        return Stream.of(words).anyMatch(text::contains);
    }
}

package io.martech.connect.client.linkflow;

import static io.martech.connect.client.linkflow.FakeLinkflow.json;
import static io.martech.connect.client.linkflow.FakeLinkflow.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.FilePart;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.Json;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.ProxyAddress;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TestLog;
import io.martech.connect.client.http.AdaptiveConcurrencyLimit;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens on the wire, with real sockets. Waits between attempts pass on a clock of their own. */
class LinkflowWireTest {

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

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowedSinceCredentialsWouldGoAlong(int status) throws IOException {
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start();
            linkflow.then(json(status, "")
                    .newBuilder()
                    .addHeader("Location", elsewhere.url("/open/orders"))
                    .build());

            PlatformException failure = catchThrowableOfType(PlatformException.class, () -> client.execute(ORDERS));

            assertThat(failure.category()).isEqualTo(Category.STOP);
            assertThat(failure).hasMessageContaining("redirect").hasMessageContaining("linkflow.url");
            assertThat(elsewhere.getRequestCount()).isZero();
            assertThat(linkflow.calls()).hasSize(1);
        }
    }

    @Test
    void connectionsAreKept() {
        for (int i = 0; i < 10; i++) {
            client.execute(ORDERS);
        }
        assertThat(linkflow.calls())
                .extracting(RecordedRequest::getConnectionIndex)
                .containsOnly(0);
        assertThat(linkflow.calls()).extracting(RecordedRequest::getVersion).containsOnly("HTTP/1.1");
    }

    @Test
    void aFileTravelsAsAPartOfItsOwnAndIsSentAgainWholeAfterAFault() {
        FilePart file = new FilePart("file", "标签.csv", "text/csv", "手机,金卡\n".getBytes(StandardCharsets.UTF_8));
        linkflow.then(json(503, ""), ok("{}"));

        client.execute(ApiRequest.upload("tag values", "/v1/tags/file", file).expecting(Expectation.object()));

        assertThat(linkflow.calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.getMethod()).isEqualTo("POST");
            assertThat(call.getHeaders().get("Content-Type")).startsWith("multipart/form-data; boundary=");
            assertThat(call.getBody().utf8())
                    .contains(
                            "Content-Disposition: form-data; name=\"file\"; filename=\"标签.csv\"",
                            "Content-Type: text/csv",
                            "\r\n\r\n手机,金卡\n\r\n--");
        });
        assertThat(file).hasToString("标签.csv (14 bytes)");
    }

    @Test
    void aKeptConnectionThatThePlatformClosedIsReplacedQuietly() {
        TestLog log = TestLog.fromHere();
        for (int i = 0; i < 5; i++) {
            linkflow.then(ok("[]").newBuilder()
                    .onResponseEnd(new SocketEffect.CloseSocket())
                    .build());
            client.execute(ORDERS);
        }
        assertThat(time.sleeps()).isEmpty();
        assertThat(log.lines("WARN")).isEmpty();
        assertThat(linkflow.calls()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void everyRequestThatLeavesIsCounted(int status) {
        MockResponse invitation =
                json(status, "").newBuilder().addHeader("Retry-After", "0").build();
        linkflow.then(invitation, invitation, ok("[1]"));

        assertThat(client.execute(ORDERS).body()).hasSize(1);

        assertThat(client.statistics().retries()).isEqualTo(2);
        assertThat(client.statistics().requests())
                .isEqualTo(linkflow.calls().size() + linkflow.tokenCalls().size())
                .isEqualTo(4);
    }

    @Test
    void anAnswerThatBreaksOffIsRepeated() {
        MockResponse whole = ok("[\"" + "x".repeat(100_000) + "\"]");
        linkflow.then(
                whole.newBuilder()
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build(),
                whole.newBuilder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build(),
                whole);

        assertThat(client.execute(ORDERS).body()).hasSize(1);
        assertThat(linkflow.calls()).hasSize(3);
    }

    @Test
    void everyAttemptIsBoundedByTheRequestTimeout() {
        HttpSettings impatient = HttpSettings.defaults().withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2));
        MockResponse drip = ok("[\"" + "x".repeat(10_000) + "\"]")
                .newBuilder()
                .throttleBody(10, 50, TimeUnit.MILLISECONDS)
                .build();
        linkflow.then(
                ok("[]").newBuilder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build(),
                ok("[]").newBuilder()
                        .onResponseBody(SocketEffect.Stall.INSTANCE)
                        .build(),
                drip,
                ok("[1]"));

        try (HttpPlatformClient hasty = LinkflowClients.create(linkflow.account(), impatient, time)) {
            assertThat(hasty.execute(ORDERS).body()).hasSize(1);
            assertThat(time.sleeps())
                    .as("no time-out is taken for a stale connection")
                    .hasSize(3);
        }
    }

    @Test
    void anUnreachablePlatformIsSaidWithWhatToCheck() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }
        LinkflowAccount account = LinkflowAccount.of("http://127.0.0.1:" + port, "k", "s");
        HttpSettings once = HttpSettings.defaults().withRetry(RetryPolicy.once());

        try (HttpPlatformClient nobody = LinkflowClients.create(account, once, time)) {
            PlatformException failure = catchThrowableOfType(PlatformException.class, () -> nobody.execute(ORDERS));

            assertThat(failure.status()).isZero();
            assertThat(failure)
                    .hasMessageContaining("could not be reached at 127.0.0.1:" + port)
                    .hasMessageContaining("linkflow.url")
                    .hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void writesCarryTheirBodyWhateverTheMethod() {
        linkflow.then(ok(""), ok(""), ok(""));
        ApiRequest post =
                ApiRequest.post("messages", "/open/messages", Json.object().put("name", "张三"));
        ApiRequest delete = new ApiRequest(
                "group members",
                "DELETE",
                "/open/groups/1/contacts",
                List.of(),
                Json.array().add(17760));
        ApiRequest empty = ApiRequest.post("tags", "/v1/tags/tagkeys/tag_a/calculate", null);

        assertThat(client.execute(post).body().isMissingNode()).isTrue();
        client.execute(delete);
        client.execute(empty);

        assertThat(linkflow.calls()).extracting(RecordedRequest::getMethod).containsExactly("POST", "DELETE", "POST");
        assertThat(linkflow.calls().get(0).getBody().utf8()).isEqualTo("{\"name\":\"张三\"}");
        assertThat(linkflow.calls().get(0).getHeaders().get("Content-Type")).startsWith("application/json");
        assertThat(linkflow.calls().get(1).getBody().utf8()).isEqualTo("[17760]");
        assertThat(linkflow.calls().get(2).getBodySize()).isZero();
    }

    @Test
    void theAddressMayHaveAPath() {
        LinkflowAccount behindGateway = LinkflowAccount.of(linkflow.url() + "/cdp/", "k", "s");
        linkflow.servesUnder("/cdp");

        try (HttpPlatformClient through = LinkflowClients.create(behindGateway, HttpSettings.defaults(), time)) {
            through.execute(ORDERS);
        }
        assertThat(linkflow.calls().get(0).getTarget()).isEqualTo("/cdp/open/orders");
    }

    @Test
    void compressedAnswersAreReadAndDamagedOnesRepeated() throws IOException {
        Buffer whole = gzipped("[1,2,3]");
        Buffer damaged = new Buffer();
        whole.copyTo(damaged, 0, whole.size() - 6);
        linkflow.then(compressed(damaged), compressed(whole));

        assertThat(client.execute(ORDERS).body()).hasSize(3);
        assertThat(linkflow.calls()).hasSize(2);
    }

    @Test
    void anEndlessAnswerStopsTheCallNotTheWorker() throws IOException {
        linkflow.then(compressed(gzipped(" ".repeat(65 * 1024 * 1024))));

        PlatformException failure = catchThrowableOfType(PlatformException.class, () -> client.execute(ORDERS));

        assertThat(failure.category()).isEqualTo(Category.STOP);
        assertThat(failure).hasMessageContaining("64 MB");
    }

    /** Whether or not the answer says how long it is. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerThatThereIsNoRoomForIsReadNoFurtherAndNotRepeated(boolean saysHowLong) throws IOException {
        String text = "[\"" + "x".repeat(1_000_000) + "\"]";
        AdaptiveConcurrencyLimit limit = new AdaptiveConcurrencyLimit(8, time);
        AtomicLong taken = new AtomicLong();
        linkflow.then(saysHowLong ? ok(text) : compressed(gzipped(text)), ok(text));

        try (HttpPlatformClient bounded =
                LinkflowClients.create(linkflow.account(), HttpSettings.defaults(), time, limit)) {
            PlatformException failure = catchThrowableOfType(
                    PlatformException.class, () -> bounded.execute(ORDERS, bytes -> taken.addAndGet(bytes) <= 300_000));

            assertThat(failure.category()).isEqualTo(Category.SPLIT);
            assertThat(linkflow.calls()).hasSize(1);
            assertThat(limit.current()).as("no overload").isGreaterThanOrEqualTo(4);
            taken.set(0);
            assertThat(bounded.execute(ORDERS, bytes -> taken.addAndGet(bytes) > 0)
                            .body())
                    .hasSize(1);
            assertThat(taken.get()).isBetween(1_000_000L, 1_070_000L);
        }
    }

    @Test
    void goesThroughTheProxyAndTellsItWhoAsks() throws IOException {
        try (MockWebServer proxy = new MockWebServer()) {
            proxy.enqueue(json(407, "")
                    .newBuilder()
                    .addHeader("Proxy-Authenticate", "Basic realm=\"x\"")
                    .build());
            proxy.enqueue(ok("{\"token\":\"t\",\"expiration\":\"2026-03-01 20:00:00\"}"));
            proxy.start();
            ProxyAddress address = ProxyAddress.parse("http://user:pass@127.0.0.1:" + proxy.getPort());
            HttpSettings settings = HttpSettings.defaults().withProxy(address);

            try (HttpPlatformClient proxied =
                    LinkflowClients.create(LinkflowAccount.of("http://linkflow.invalid", "k", "s"), settings, time)) {
                proxied.authenticate();
            }
            assertThat(take(proxy).getHeaders().get("Proxy-Authorization")).isNull();
            RecordedRequest second = take(proxy);
            assertThat(second.getHeaders().get("Proxy-Authorization")).isEqualTo("Basic dXNlcjpwYXNz");
            assertThat(second.getRequestLine()).startsWith("GET http://linkflow.invalid/token");
        }
    }

    @Test
    void allCallsOfTheAccountWaitWhenThePlatformAsksForIt() {
        client.execute(ORDERS);
        linkflow.then(json(429, "").newBuilder().addHeader("Retry-After", "30").build());
        long before = time.nanoTime();

        client.execute(ORDERS);

        assertThat(Duration.ofNanos(time.nanoTime() - before))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(32));
    }

    /** Whatever else the answer says: a busy server may have no word of the platform, or one that is not documented. */
    @ParameterizedTest
    @ValueSource(
            strings = {"503 <html>", "500 {\"global\":{\"code\":\"B99999\"}}", "200 <html>down for maintenance</html>"})
    void retryAfterIsObeyedInWhicheverAnswerItStands(String answer) {
        client.execute(ORDERS);
        int status = Integer.parseInt(answer.substring(0, 3));
        linkflow.then(json(status, answer.substring(4))
                .newBuilder()
                .addHeader("Retry-After", "7200")
                .build());
        long before = time.nanoTime();

        client.execute(ORDERS);

        assertThat(Duration.ofNanos(time.nanoTime() - before))
                .isBetween(Duration.ofHours(2), Duration.ofHours(2).plusSeconds(2));
    }

    private static RecordedRequest take(MockWebServer server) {
        try {
            return server.takeRequest(10, TimeUnit.SECONDS);
        } catch (InterruptedException woken) {
            throw new AssertionError(woken);
        }
    }

    private static MockResponse compressed(Buffer body) {
        return new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(body.copy())
                .build();
    }

    private static Buffer gzipped(String text) throws IOException {
        Buffer compressed = new Buffer();
        try (okio.BufferedSink sink = Okio.buffer(new GzipSink(compressed))) {
            sink.writeUtf8(text);
        }
        return compressed;
    }
}

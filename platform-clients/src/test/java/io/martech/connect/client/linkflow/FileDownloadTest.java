package io.martech.connect.client.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.martech.connect.client.Category;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TestLog;
import io.martech.connect.client.TextFile;
import io.martech.connect.client.TextForm;
import io.martech.connect.client.TextLines;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that the platform names, at its own host and at another one. */
class FileDownloadTest {

    private static final String SIGNED = "/files/1.csv?Signature=top-secret";

    private final ManualTime time = new ManualTime();
    private final MockWebServer elsewhere = new MockWebServer();
    private FakeLinkflow linkflow;
    private HttpPlatformClient client;

    @BeforeEach
    void start() throws IOException {
        linkflow = new FakeLinkflow(time);
        elsewhere.start();
        client = LinkflowClients.create(linkflow.account(), HttpSettings.defaults(), time);
    }

    @AfterEach
    void stop() {
        client.close();
        linkflow.close();
        elsewhere.close();
    }

    @Test
    void linesComeInPiecesWithoutTheirEnds() {
        linkflow.then(file("a\r\nb\n\nc,\"d\""));
        try (TextLines lines = open(SIGNED, 0)) {
            assertThat(lines.next(3)).containsExactly("a", "b", "");
            assertThat(lines.next(3)).containsExactly("c,\"d\"");
            assertThat(lines.next(3)).isEmpty();
        }
        assertThat(linkflow.calls()).as("downloads").hasSize(1);
    }

    @Test
    void itGoesOnAfterTheLinesThatWereReadBefore() {
        linkflow.then(file("a\nb\nc\n"));
        assertThat(all(open(SIGNED, 2))).containsExactly("c");
    }

    @Test
    void theTokenGoesWhereThePlatformIs() {
        linkflow.then(file("a"), file("a"));
        all(open(SIGNED, 0));
        all(open(linkflow.url() + SIGNED, 0));
        assertThat(linkflow.calls()).hasSize(2).allSatisfy(call -> assertThat(
                        call.getHeaders().get("X-OpenApi-Token"))
                .isEqualTo(linkflow.validToken()));
    }

    @Test
    void anotherHostGetsNoCredentials() throws InterruptedException {
        elsewhere.enqueue(file("a\nb"));
        client.authenticate();
        assertThat(all(open(elsewhere.url(SIGNED).toString(), 0))).containsExactly("a", "b");
        RecordedRequest call = elsewhere.takeRequest(10, TimeUnit.SECONDS);
        assertThat(call.getHeaders().names()).noneMatch(name -> name.startsWith("X-OpenApi"));
        assertThat(call.getHeaders().toString() + call.getUrl())
                .doesNotContain(linkflow.validToken())
                .doesNotContain("the-secret");
        assertThat(linkflow.calls()).isEmpty();
    }

    @Test
    void anotherHostThatRefusesGetsNoCredentialsEither() {
        elsewhere.enqueue(answer(401, "who are you"));
        PlatformException failure = refusal(open(elsewhere.url(SIGNED).toString(), 0));
        assertThat(failure.category()).isEqualTo(Category.REJECT);
        assertThat(failure).hasMessageContaining("expired");
        assertThat(elsewhere.getRequestCount()).isEqualTo(1);
        assertThat(linkflow.tokenCalls()).isEmpty();
    }

    @Test
    void aDownloadThatBreaksOffIsBegunAgainAndRepeatsNoLine() {
        String content = IntStream.range(0, 40_000).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
        elsewhere.enqueue(file(content)
                .newBuilder()
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        elsewhere.enqueue(answer(503, ""));
        elsewhere.enqueue(file(content));
        assertThat(all(open(elsewhere.url(SIGNED).toString(), 0)))
                .hasSize(40_000)
                .doesNotHaveDuplicates();
        assertThat(elsewhere.getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 404, 503})
    void theSignatureIsInNoMessageAndNoLog(int status) {
        TestLog log = TestLog.fromHere();
        elsewhere.enqueue(answer(status, "top-secret"));
        elsewhere.enqueue(answer(404, ""));
        PlatformException failure = refusal(open(elsewhere.url(SIGNED).toString(), 0));
        assertThat(failure).hasMessageContaining("/files/1.csv").message().doesNotContain("top-secret", "Signature");
        assertThat(String.join("\n", log.lines())).doesNotContain("top-secret", "Signature");
    }

    @Test
    void aLineThatIsTooLongIsAnErrorThatNamesItsKey() {
        linkflow.then(file("1234567890\r\n12345678901\n"));
        assertThat(refusal(open(SIGNED, 0))).hasMessageContaining("line 2").hasMessageContaining("the.longest.line");
    }

    @Test
    void anotherEncodingIsAnErrorThatNamesItsKey() {
        Buffer chinese = new Buffer().writeString("江苏\n", Charset.forName("GBK"));
        linkflow.then(
                new MockResponse.Builder().body(chinese.clone()).build(),
                new MockResponse.Builder().body(chinese.clone()).build());
        assertThat(refusal(open(SIGNED, 0))).hasMessageContaining("UTF-8").hasMessageContaining("the.charset");
        TextForm form = new TextForm(Charset.forName("GBK"), "the.charset", 10, "");
        assertThat(all(client.open(new TextFile("lines", SIGNED, form), 0))).containsExactly("江苏");
    }

    @Test
    void aFileWhoseEndIsNotToldIsAnErrorForItMayBeAPart() {
        linkflow.then(file("a\nb")
                .newBuilder()
                .removeHeader("Content-Length")
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        PlatformException failure = refusal(open(SIGNED, 0));
        assertThat(failure.category()).isEqualTo(Category.STOP);
        assertThat(failure).hasMessageContaining("Content-Length");
    }

    @Test
    void aFileInChunksIsReadToItsEnd() {
        linkflow.then(file("").newBuilder().chunkedBody("a\nb", 1).build());
        assertThat(all(open(SIGNED, 0))).containsExactly("a", "b");
    }

    @Test
    void aFileThatThePlatformDoesNotKnowAnyMoreIsRefusedAtOnce() {
        linkflow.then(answer(404, "{\"code\":\"B00008\",\"message\":\"\"}"));
        assertThat(refusal(open(SIGNED, 0)).category()).isEqualTo(Category.REJECT);
        assertThat(linkflow.calls()).hasSize(1);
    }

    @Test
    void aFileThatHasBecomeShorterIsAnError() {
        linkflow.then(file("a\nb\n"));
        assertThat(refusal(open(SIGNED, 3))).hasMessageContaining("the file has changed");
    }

    private TextLines open(String address, long linesReadBefore) {
        TextForm form = new TextForm(StandardCharsets.UTF_8, "the.charset", 10, "the.longest.line");
        return client.open(new TextFile("lines", address, form), linesReadBefore);
    }

    private static List<String> all(TextLines lines) {
        try (lines) {
            List<String> all = new ArrayList<>();
            for (List<String> some = lines.next(7); !some.isEmpty(); some = lines.next(7)) {
                all.addAll(some);
            }
            return all;
        }
    }

    private static PlatformException refusal(TextLines lines) {
        return catchThrowableOfType(PlatformException.class, () -> all(lines));
    }

    private static MockResponse file(String content) {
        return answer(200, content);
    }

    private static MockResponse answer(int status, String content) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "text/csv")
                .body(content)
                .build();
    }
}

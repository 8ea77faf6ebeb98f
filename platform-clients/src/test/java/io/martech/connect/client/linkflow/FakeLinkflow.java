package io.martech.connect.client.linkflow;

import io.martech.connect.client.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A local server that issues tokens, refuses dead ones, and otherwise answers from a script (at its end: {@code []}). */
final class FakeLinkflow implements AutoCloseable {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MockWebServer server = new MockWebServer();
    private final TimeSource time;
    private final Deque<MockResponse> script = new ConcurrentLinkedDeque<>();
    private final Deque<MockResponse> tokenScript = new ConcurrentLinkedDeque<>();
    private final List<RecordedRequest> calls = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> tokenCalls = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile Duration life = Duration.ofHours(2);
    private volatile Duration tokenDelay = Duration.ZERO;
    private volatile String prefix = "";
    private volatile String forbidden = "";
    private volatile boolean sendsDate = true;
    private volatile String validToken = "";

    FakeLinkflow(TimeSource time) throws IOException {
        this.time = time;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    LinkflowAccount account() {
        return LinkflowAccount.of(url(), "the-key", "the-secret");
    }

    /** The next answers to calls with a valid token. */
    FakeLinkflow then(MockResponse... responses) {
        script.addAll(List.of(responses));
        return this;
    }

    /** The next answers to token calls. */
    FakeLinkflow thenToken(MockResponse... responses) {
        tokenScript.addAll(List.of(responses));
        return this;
    }

    FakeLinkflow tokensLive(Duration howLong) {
        life = howLong;
        return this;
    }

    /** Slow enough that callers meet. */
    FakeLinkflow answersTokenCallsAfter(Duration delay) {
        tokenDelay = delay;
        return this;
    }

    FakeLinkflow servesUnder(String path) {
        prefix = path;
        return this;
    }

    /** Whatever the token, as without the permission for it. */
    FakeLinkflow forbids(String path) {
        forbidden = path;
        return this;
    }

    FakeLinkflow withoutDateHeader() {
        sendsDate = false;
        return this;
    }

    /** As another client of the same key would: issues a token that replaces ours. */
    void killToken() {
        validToken = "issued to somebody else " + tokens.incrementAndGet();
    }

    List<RecordedRequest> calls() {
        return calls;
    }

    List<RecordedRequest> tokenCalls() {
        return tokenCalls;
    }

    String validToken() {
        return validToken;
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse ok(String body) {
        return json(200, body);
    }

    static MockResponse error(int status, String code) {
        return json(status, "{\"domain\":\"linkflow\",\"code\":\"" + code + "\",\"message\":\"about Zhang San\"}");
    }

    static MockResponse[] times(int count, MockResponse response) {
        MockResponse[] responses = new MockResponse[count];
        java.util.Arrays.fill(responses, response);
        return responses;
    }

    private MockResponse answer(RecordedRequest request) {
        MockResponse response =
                (prefix + "/token").equals(request.getUrl().encodedPath()) ? tokenAnswer(request) : callAnswer(request);
        boolean dated = response.getHeaders().get("Date") != null;
        return dated || !sendsDate
                ? response
                : response.newBuilder()
                        .addHeader("Date", HTTP_DATE.format(time.now()))
                        .build();
    }

    private MockResponse tokenAnswer(RecordedRequest request) {
        tokenCalls.add(request);
        MockResponse scripted = tokenScript.poll();
        if (scripted != null) {
            return scripted;
        }
        validToken = "token-" + tokens.incrementAndGet();
        Instant expiration = time.now().plus(life);
        return ok("{\"expiration\":\"" + LOCAL.format(expiration) + "\",\"token\":\"" + validToken + "\"}")
                .newBuilder()
                .headersDelay(tokenDelay.toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    private MockResponse callAnswer(RecordedRequest request) {
        calls.add(request);
        if (!validToken.equals(request.getHeaders().get("X-OpenApi-Token"))) {
            return new MockResponse.Builder().code(401).build();
        }
        if (request.getUrl().encodedPath().equals(forbidden)) {
            return new MockResponse.Builder().code(403).body("<html>").build();
        }
        MockResponse scripted = script.poll();
        return scripted == null ? ok("[]") : scripted;
    }

    @Override
    public void close() {
        server.close();
    }
}

package io.martech.connect.client.youmi;

import io.martech.connect.client.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A local server that issues tokens, refuses dead ones and old signatures with HTTP 200, and otherwise answers from a script
 * (at its end: a list without rows). Whether signatures are right is for tests to check.
 */
final class FakeYoumi implements AutoCloseable {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MockWebServer server = new MockWebServer();
    private final TimeSource time;
    private final Duration ahead;
    private final Deque<MockResponse> script = new ConcurrentLinkedDeque<>();
    private final Deque<MockResponse> tokenScript = new ConcurrentLinkedDeque<>();
    private final List<RecordedRequest> calls = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> tokenCalls = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile Duration life = Duration.ofDays(7);
    private volatile String validToken = "";

    FakeYoumi(TimeSource time) throws IOException {
        this(time, Duration.ZERO);
    }

    /** @param ahead by how much the platform's clock is ahead of the worker's */
    FakeYoumi(TimeSource time, Duration ahead) throws IOException {
        this.time = time;
        this.ahead = ahead;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request)
                        .newBuilder()
                        .addHeader("Date", HTTP_DATE.format(time.now().plus(ahead)))
                        .build();
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort() + "/publicapi/v1";
    }

    YoumiAccount account() {
        return YoumiAccount.of(url(), "the-app", "the-key");
    }

    /** The next answers to calls with a valid token. */
    FakeYoumi then(MockResponse... responses) {
        script.addAll(List.of(responses));
        return this;
    }

    /** The next answers to token calls. */
    FakeYoumi thenToken(MockResponse... responses) {
        tokenScript.addAll(List.of(responses));
        return this;
    }

    FakeYoumi tokensLive(Duration howLong) {
        life = howLong;
        return this;
    }

    /** As another client of the same AppId would: issues a token that replaces ours. */
    void killToken() {
        validToken = "issued to somebody else " + tokens.incrementAndGet();
    }

    FakeYoumi accepts(String token) {
        validToken = token;
        return this;
    }

    List<RecordedRequest> calls() {
        return calls;
    }

    List<RecordedRequest> tokenCalls() {
        return tokenCalls;
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse ok(String values) {
        return json(200, "{\"errmsg\":20000,\"succeed\":true,\"values\":" + values + ",\"errdesc\":null}");
    }

    static MockResponse error(int status, String code) {
        return json(
                status, "{\"errmsg\":" + code + ",\"succeed\":false,\"values\":null,\"errdesc\":\"about Zhang San\"}");
    }

    static MockResponse[] times(int count, MockResponse response) {
        MockResponse[] responses = new MockResponse[count];
        java.util.Arrays.fill(responses, response);
        return responses;
    }

    private MockResponse answer(RecordedRequest request) {
        boolean isTokenCall = request.getUrl().encodedPath().endsWith("/GetAccessToken");
        return isTokenCall ? tokenAnswer(request) : callAnswer(request);
    }

    private MockResponse tokenAnswer(RecordedRequest request) {
        tokenCalls.add(request);
        MockResponse scripted = tokenScript.poll();
        if (scripted != null) {
            return scripted;
        }
        String body = request.getBody().utf8();
        if (isOld(body.replaceAll(".*\"Timestamp\":\"(\\d+)\".*", "$1"))) {
            return error(200, "10006");
        }
        validToken = "token-" + tokens.incrementAndGet();
        long end = time.now().plus(ahead).plus(life).getEpochSecond();
        return json(
                200,
                "{\"errmsg\":10004,\"succeed\":true,\"values\":{\"access_token\":\"" + validToken + "\",\"expires_in\":"
                        + end + "}}");
    }

    private MockResponse callAnswer(RecordedRequest request) {
        calls.add(request);
        if (!validToken.equals(request.getHeaders().get("access_token"))) {
            return error(200, "10003");
        }
        if (isOld(request.getHeaders().get("Timestamp"))) {
            return error(200, "200005");
        }
        MockResponse scripted = script.poll();
        return scripted == null ? ok("[]") : scripted;
    }

    private boolean isOld(String timestamp) {
        long now = time.now().plus(ahead).getEpochSecond();
        return Math.abs(now - Long.parseLong(timestamp)) > 600;
    }

    @Override
    public void close() {
        server.close();
    }
}

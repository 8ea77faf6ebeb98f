package io.martech.connect.client.auth.oauth;

import io.martech.connect.client.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/**
 * A local platform whose refresh tokens are good for one use, as Wukong's and M1world's: {@code POST /oauth/token} takes a
 * form, {@code POST /access_token} an address. Every other call needs the newest access token.
 */
public final class FakeOAuth implements AutoCloseable {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MockWebServer server = new MockWebServer();
    private final TimeSource time;
    private final Deque<MockResponse> script = new ArrayDeque<>();
    private final Deque<MockResponse> tokenScript = new ArrayDeque<>();
    private final List<Map<String, String>> tokenCalls = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> calls = new CopyOnWriteArrayList<>();

    private Function<String, MockResponse> tokenRefusal = message -> json(200, message);
    private MockResponse accessRefusal = json(401, "");
    private Duration life = Duration.ofHours(2);
    private Duration tokenDelay = Duration.ZERO;
    private boolean hasGrace;
    private boolean losesAnswers;
    private String usual = "[]";
    private String refreshToken = "refresh-0";
    private String replaced = "";
    private String code = "code-0";
    private String accessToken = "";
    private int issued;

    public FakeOAuth(TimeSource time) throws IOException {
        this.time = time;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request)
                        .newBuilder()
                        .addHeader("Date", HTTP_DATE.format(time.now()))
                        .build();
            }
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /** The next answers to calls with a good access token; afterwards the usual one. */
    public synchronized FakeOAuth then(MockResponse... responses) {
        script.addAll(List.of(responses));
        return this;
    }

    /** The next answers to token calls, instead of tokens. */
    public synchronized FakeOAuth thenToken(MockResponse... responses) {
        tokenScript.addAll(List.of(responses));
        return this;
    }

    public synchronized FakeOAuth usually(String body) {
        usual = body;
        return this;
    }

    public synchronized FakeOAuth tokensLive(Duration howLong) {
        life = howLong;
        return this;
    }

    /** A refresh token that was replaced is good until what replaced it is used. */
    public synchronized FakeOAuth withGrace() {
        hasGrace = true;
        return this;
    }

    /** Slow enough that something can happen meanwhile. */
    public synchronized FakeOAuth answersTokenCallsAfter(Duration delay) {
        tokenDelay = delay;
        return this;
    }

    /** Token calls are carried out, and nobody hears of it. */
    public synchronized FakeOAuth losesTokenAnswers(boolean doesSo) {
        losesAnswers = doesSo;
        return this;
    }

    public synchronized FakeOAuth refusesTokensWith(MockResponse answer) {
        accessRefusal = answer;
        return this;
    }

    public synchronized FakeOAuth refusesTokenCallsWith(MockResponse answer) {
        tokenRefusal = message -> answer;
        return this;
    }

    /** As if somebody else had used the refresh token. */
    public synchronized void spend() {
        replaced = "";
        refreshToken = "issued to somebody else " + ++issued;
        accessToken = refreshToken;
    }

    /** Takes this one as the only good access token. */
    public synchronized FakeOAuth accepts(String token) {
        accessToken = token;
        return this;
    }

    public synchronized void killAccessToken() {
        accessToken = "issued to somebody else " + ++issued;
    }

    public List<RecordedRequest> calls() {
        return calls;
    }

    /** The parameters of each token call, with its path as {@code path}. */
    public List<Map<String, String>> tokenCalls() {
        return tokenCalls;
    }

    public synchronized String refreshToken() {
        return refreshToken;
    }

    public synchronized String accessToken() {
        return accessToken;
    }

    public static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    /** The parameters of a form. */
    public static Map<String, String> form(RecordedRequest request) {
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        return parameters(HttpUrl.get("http://form/?" + body.replace("%20", "+")));
    }

    public static Map<String, String> parameters(HttpUrl url) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < url.querySize(); i++) {
            parameters.put(url.queryParameterName(i), url.queryParameterValue(i));
        }
        return parameters;
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (path.endsWith("/oauth/token")) {
            return tokenAnswer(path, form(request));
        }
        if (path.endsWith("/access_token")) {
            return tokenAnswer(path, parameters(request.getUrl()));
        }
        calls.add(request);
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        boolean knows = (body + " " + request.getUrl()).contains(accessToken) && !accessToken.isEmpty();
        if (!knows) {
            return accessRefusal;
        }
        MockResponse scripted = script.poll();
        return scripted == null ? json(200, usual) : scripted;
    }

    private MockResponse tokenAnswer(String path, Map<String, String> parameters) {
        parameters.put("path", path);
        tokenCalls.add(parameters);
        MockResponse scripted = tokenScript.poll();
        if (scripted != null) {
            return scripted;
        }
        String shown = parameters.get("refresh_token");
        boolean isNewest = refreshToken.equals(shown);
        boolean isInGrace = hasGrace && replaced.equals(shown);
        boolean isCode = code.equals(parameters.get("code"));
        if (!isNewest && !isInGrace && !isCode) {
            return tokenRefusal.apply(
                    "{\"error\":\"invalid_grant\",\"error_description\":\"no such token " + shown + "\"}");
        }
        if (isCode) {
            code = "none";
        } else {
            replaced = shown;
        }
        issued++;
        refreshToken = "refresh-" + issued;
        accessToken = "access-" + issued;
        MockResponse tokens = json(200, path.endsWith("/access_token") ? m1worldTokens() : wukongTokens())
                .newBuilder()
                .headersDelay(tokenDelay.toMillis(), TimeUnit.MILLISECONDS)
                .build();
        return losesAnswers
                ? tokens.newBuilder()
                        .onResponseStart(new mockwebserver3.SocketEffect.CloseSocket())
                        .build()
                : tokens;
    }

    private String wukongTokens() {
        return "{\"access_token\":\"" + accessToken + "\",\"expires_in\":\"" + life.toSeconds()
                + "\",\"refresh_token\":\"" + refreshToken + "\",\"created_at\":"
                + time.now().getEpochSecond() + "}";
    }

    private String m1worldTokens() {
        return "{\"access_token\":\"" + accessToken + "\",\"expires_in\":"
                + time.now().plus(life).toEpochMilli() + ",\"refresh_token\":\"" + refreshToken + "\"}";
    }

    @Override
    public void close() {
        server.close();
    }
}

package io.martech.connect.client.pipeline;

import io.martech.connect.client.AnswerRoom;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.ApiResponse;
import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.ClientStatistics;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.Jitter;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RequestGate;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TextFile;
import io.martech.connect.client.TextLines;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.PlatformProfile;
import io.martech.connect.client.auth.TokenCache;
import io.martech.connect.client.auth.TokenIssuer;
import io.martech.connect.client.download.FileDownloads;
import io.martech.connect.client.http.ApiCall;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.http.ConcurrencyLimiter;
import io.martech.connect.client.http.DateHeaderClock;
import io.martech.connect.client.http.Failures;
import io.martech.connect.client.http.HttpStack;
import io.martech.connect.client.http.HttpTransport;
import io.martech.connect.client.http.Interceptor;
import io.martech.connect.client.http.OpenCalls;
import io.martech.connect.client.http.RateLimitInterceptor;
import io.martech.connect.client.http.RateLimitPause;
import io.martech.connect.client.http.RateLimiter;
import io.martech.connect.client.http.Requests;
import io.martech.connect.client.http.RetryInterceptor;
import io.martech.connect.client.http.Transport;
import io.martech.connect.client.response.TransportFailureClassifier;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/**
 * The client of one account, for any platform. Every attempt is bounded by the request timeout; between attempts a call
 * may wait as long as the retry policy, the rate limit and the platform require.
 */
public final class HttpPlatformClient implements PlatformClient {

    private final PlatformProfile platform;
    private final OkHttpClient http;
    private final OkHttpClient tokenHttp;
    private final Requests requests;
    private final DateHeaderClock serverClock;
    private final ClientStatistics statistics;
    private final OpenCalls openCalls;
    private final RateLimitPause pause;
    private final Links chain;

    /**
     * @param platform the platform and its address
     * @param settings how to use HTTP
     * @param time the clock for waits and expirations; only the timeouts of an attempt always use real time
     * @param listener receives the result of every attempt; {@link AttemptListener#NONE} for none
     */
    public HttpPlatformClient(
            PlatformProfile platform, HttpSettings settings, TimeSource time, AttemptListener listener) {
        this(platform, settings, time, listener, Jitter.even());
    }

    HttpPlatformClient(
            PlatformProfile platform, HttpSettings settings, TimeSource time, AttemptListener listener, Jitter jitter) {
        this.platform = platform;
        this.http = HttpStack.create(platform.name(), settings);
        this.tokenHttp = HttpStack.besides(http, platform.name() + "-token");
        this.requests = new Requests(platform.address(), settings.userAgent());
        this.serverClock = new DateHeaderClock(platform.name(), time);
        this.statistics = new ClientStatistics();
        this.openCalls = new OpenCalls(platform.name());
        this.pause = new RateLimitPause(time, statistics);
        this.chain = assemble(settings, time, listener, jitter);
    }

    /**
     * The chain from the caller to the network: retry, rate limit, concurrency limit, authentication, transport. Every
     * attempt passes the rate limit anew, and is authenticated last, so that no credential expires while queued. Token
     * calls share the rate limit but need no authentication; they use an HTTP client of their own, since closing must not
     * cut one off halfway.
     */
    private Links assemble(HttpSettings settings, TimeSource time, AttemptListener listener, Jitter jitter) {
        Failures failures = new Failures(platform.name());
        ServerClock lastAnswer = serverClock::ofLastAnswer;
        RateLimiter permits = RateLimiter.of(settings, time, statistics);
        Authenticator authenticator = platform.authenticator();

        TransportFailureClassifier tokenTransport =
                new TransportFailureClassifier(platform.tokenAddress(), platform.tokenAddressKey());
        HttpTransport tokenWire = new HttpTransport(tokenHttp, tokenTransport, serverClock, listener, statistics, time);
        Interceptor tokenCall = new RateLimitInterceptor(
                permits, pause, failures, new TokenExchange(authenticator, tokenWire, lastAnswer));
        RetryInterceptor tokenCalls =
                new RetryInterceptor(settings.retry(), failures.ofTokens(), time, jitter, statistics, tokenCall);
        RetryInterceptor tokenCallsOnce =
                new RetryInterceptor(RetryPolicy.once(), failures.ofTokens(), time, jitter, statistics, tokenCall);
        Requests tokenRequests = new Requests(platform.tokenAddress(), settings.userAgent());
        TokenIssuer issuer = new TokenCalls(authenticator, tokenRequests, tokenCalls, tokenCallsOnce);
        TokenCache tokens =
                new TokenCache(platform.name(), issuer, authenticator.advice(), lastAnswer, time, jitter, statistics);

        TransportFailureClassifier transport =
                new TransportFailureClassifier(platform.address(), platform.addressKey());
        HttpTransport wire = new HttpTransport(http, transport, serverClock, listener, statistics, time);
        Function<Interceptor, RetryInterceptor> repeated =
                exchange -> new RetryInterceptor(settings.retry(), failures, time, jitter, statistics, exchange);
        Semaphore places = new Semaphore(settings.maxInFlight(), true);
        Function<Transport, Interceptor> authenticated = carrier -> new RateLimitInterceptor(
                permits,
                pause,
                failures,
                new ConcurrencyLimiter(
                        places, new AuthenticationInterceptor(authenticator, tokens, carrier, lastAnswer)));
        FileDownloads files =
                new FileDownloads(platform, http, settings, openCalls, lastAnswer, statistics, authenticated, repeated);
        Interceptor exchange = authenticated.apply(wire);
        RetryInterceptor once =
                new RetryInterceptor(RetryPolicy.attempt(), failures, time, jitter, statistics, exchange);
        return new Links(tokens, repeated.apply(exchange), once, files);
    }

    private record Links(TokenCache tokens, RetryInterceptor retry, RetryInterceptor once, FileDownloads files) {}

    @Override
    public ApiResponse execute(ApiRequest request) {
        return execute(request, AnswerRoom.UNBOUNDED);
    }

    @Override
    public ApiResponse execute(ApiRequest request, AnswerRoom room) {
        ApiCall call = call(request, RequestGate.OPEN, room);
        return openCalls.run(() -> chain.retry().send(call));
    }

    @Override
    public ApiResponse attempt(ApiRequest request, RequestGate gate) {
        ApiCall call = call(request, gate, AnswerRoom.UNBOUNDED);
        return openCalls.run(() -> chain.once().send(call));
    }

    private ApiCall call(ApiRequest request, RequestGate gate, AnswerRoom room) {
        return new ApiCall(request, requests.unsigned(request), platform.classifier(), gate, room);
    }

    @Override
    public TextLines open(TextFile file, long linesReadBefore) {
        return chain.files().open(file, linesReadBefore);
    }

    /**
     * Obtains a token now, unless one is held. Optional: {@link #execute} does it when needed.
     *
     * @throws PlatformException if none can be obtained
     * @throws ClientClosedException if the client was closed during the call
     */
    public void authenticate() {
        openCalls.run(() -> {
            if (chain.tokens().usable() == null) {
                chain.tokens().renew();
            }
            return null;
        });
    }

    @Override
    public boolean isPaused() {
        return pause.isOn();
    }

    @Override
    public ServerClock serverClock() {
        return serverClock;
    }

    public ClientStatistics statistics() {
        return statistics;
    }

    @Override
    public void close() {
        openCalls.close();
        chain.files().close();
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        tokenHttp.dispatcher().executorService().shutdown();
    }
}

package io.martech.connect.client;

import java.util.concurrent.Semaphore;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/**
 * The client of one account, for any platform. Every attempt is bounded by the request timeout; between attempts a call
 * may wait as long as the retry policy, the quota and the platform want it to.
 */
public final class HttpPlatformClient implements PlatformClient {

    private final PlatformProfile platform;
    private final OkHttpClient http;
    private final OkHttpClient tokenHttp;
    private final Requests requests;
    private final DateHeaderClock serverClock;
    private final ClientStatistics statistics;
    private final OpenCalls openCalls;
    private final PlatformPause pause;
    private final Links chain;

    /**
     * @param platform which platform, and where
     * @param settings how to use HTTP
     * @param time what waits and clocks go by; only the timeouts of an attempt are always real time
     * @param listener is told how every attempt went; {@link AttemptListener#NONE} if nobody cares
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
        this.pause = new PlatformPause(time, statistics);
        this.chain = assemble(settings, time, listener, jitter);
    }

    /**
     * The chain, from the caller to the wire: retry, quota, a place among those in flight, authentication, then the wire. Every
     * attempt passes the quota anew, and is authenticated last, so that no credential grows old in a queue. Token calls take the
     * same way and the same quota, without authentication; they run apart, for closing must not cut one in half.
     */
    private Links assemble(HttpSettings settings, TimeSource time, AttemptListener listener, Jitter jitter) {
        Failures failures = new Failures(platform.name());
        RequestQuota permits = RequestQuota.of(settings, time, statistics);
        Authenticator authenticator = platform.authenticator();

        TransportVerdicts tokenTransport = new TransportVerdicts(platform.tokenAddress(), platform.tokenAddressKey());
        Wire tokenWire = new Wire(tokenHttp, tokenTransport, serverClock, listener, statistics, time);
        Exchange tokenCall =
                new Quota(permits, pause, failures, new TokenExchange(authenticator, tokenWire, serverClock));
        Retry tokenCalls = new Retry(settings.retry(), failures, time, jitter, statistics, tokenCall);
        Retry tokenCallsOnce = new Retry(RetryPolicy.once(), failures, time, jitter, statistics, tokenCall);
        Requests tokenRequests = new Requests(platform.tokenAddress(), settings.userAgent());
        TokenIssuer issuer = new TokenCalls(authenticator, tokenRequests, tokenCalls, tokenCallsOnce);
        TokenCache tokens =
                new TokenCache(platform.name(), issuer, authenticator.advice(), serverClock, time, jitter, statistics);

        TransportVerdicts transport = new TransportVerdicts(platform.address(), platform.addressKey());
        Wire wire = new Wire(http, transport, serverClock, listener, statistics, time);
        Function<Exchange, Retry> repeated =
                exchange -> new Retry(settings.retry(), failures, time, jitter, statistics, exchange);
        Semaphore places = new Semaphore(settings.maxInFlight(), true);
        Function<Carrier, Exchange> authenticated = carrier -> new Quota(
                permits,
                pause,
                failures,
                new InFlight(places, new Authentication(authenticator, tokens, carrier, serverClock)));
        FileDownloads files = new FileDownloads(
                platform, http, settings, openCalls, serverClock, statistics, authenticated, repeated);
        return new Links(tokens, repeated.apply(authenticated.apply(wire)), files);
    }

    private record Links(TokenCache tokens, Retry retry, FileDownloads files) {}

    @Override
    public Answer execute(ApiRequest request) {
        ApiCall call = new ApiCall(request, requests.unsigned(request), platform.verdicts());
        return openCalls.run(() -> chain.retry().send(call));
    }

    @Override
    public TextLines open(TextFile file, long linesReadBefore) {
        return chain.files().open(file, linesReadBefore);
    }

    /**
     * Obtains a token now, unless one is held. Nobody needs to call it: {@link #execute} does it when needed.
     *
     * @throws PlatformException if there will be none
     * @throws ClientClosedException if the client was closed meanwhile
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

    /** What this client has done so far. */
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

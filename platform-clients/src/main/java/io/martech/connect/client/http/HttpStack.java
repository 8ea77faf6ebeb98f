package io.martech.connect.client.http;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.ProxyAddress;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * OkHttp, configured so that it sends each request exactly once: what is retried, when, and against which quota is
 * decided in {@link RetryInterceptor} alone.
 *
 * <p>Calls run on the dispatcher's threads, since a thread blocked in a socket or a DNS lookup cannot be interrupted,
 * while one that waits for another can. These threads run none of our code that logs, so they need no logging context.
 */
public final class HttpStack {

    private static final int IDLE_SECONDS = 60;

    private HttpStack() {}

    public static OkHttpClient create(String platform, HttpSettings settings) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.requestTimeout())
                .writeTimeout(settings.requestTimeout())
                .callTimeout(settings.requestTimeout())
                .connectionPool(new ConnectionPool(settings.maxInFlight(), IDLE_SECONDS, TimeUnit.SECONDS))
                .dispatcher(dispatcher(platform))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(chain -> withoutInvitationToRepeat(chain.proceed(chain.request())))
                .eventListener(HttpTrace.listener());
        if (settings.proxy() != null) {
            through(settings.proxy(), builder);
        }
        return builder.build();
    }

    /** A client that shares the other's connections, and whose calls are not cancelled with the other's. */
    public static OkHttpClient besides(OkHttpClient other, String name) {
        return other.newBuilder().dispatcher(dispatcher(name)).build();
    }

    /** OkHttp itself would retry a 503 with "Retry-After: 0". */
    private static Response withoutInvitationToRepeat(Response response) {
        boolean invites =
                response.code() == 503 && response.header("Retry-After", "").matches("0+");
        return invites ? response.newBuilder().removeHeader("Retry-After").build() : response;
    }

    private static void through(ProxyAddress proxy, OkHttpClient.Builder builder) {
        builder.proxy(proxy.asProxy());
        if (proxy.userInfo() == null) {
            return;
        }
        int colon = proxy.userInfo().indexOf(':');
        String user = colon < 0 ? proxy.userInfo() : proxy.userInfo().substring(0, colon);
        String password = colon < 0 ? "" : proxy.userInfo().substring(colon + 1);
        builder.proxyAuthenticator((route, response) -> authorised(response, Credentials.basic(user, password)));
    }

    private static Request authorised(Response challenge, String credentials) {
        boolean triedBefore = challenge.request().header("Proxy-Authorization") != null;
        return triedBefore
                ? null
                : challenge
                        .request()
                        .newBuilder()
                        .header("Proxy-Authorization", credentials)
                        .build();
    }

    /** Callers bound the number of calls; a queue here would only use up their timeouts. */
    private static Dispatcher dispatcher(String name) {
        AtomicInteger number = new AtomicInteger();
        Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, name + "-http-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                }));
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }
}

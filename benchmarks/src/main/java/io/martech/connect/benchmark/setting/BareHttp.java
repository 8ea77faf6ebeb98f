package io.martech.connect.benchmark.setting;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The platform as OkHttp alone uses it: no retry, no quota, no verdict, the answer read to its last byte and thrown away.
 * This is what connectors are compared with. Safe for use by many threads.
 */
public final class BareHttp implements AutoCloseable {

    private final OkHttpClient http;
    private final HttpUrl address;
    private final String token;

    /** @param connections how many are kept open */
    public BareHttp(SimulatedLinkflow linkflow, int connections) {
        this.http = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(connections, 1, TimeUnit.MINUTES))
                .build();
        this.address = HttpUrl.get(linkflow.server().uri());
        this.token = linkflow.platform().tokens().issue().text();
    }

    /** Gets the orders above an id. */
    public void getOrders(long lastMaxId) {
        send(request("/open/orders?lastMaxId=" + lastMaxId).build());
    }

    /** Posts a body to a path. */
    public void post(String path, RequestBody body) {
        send(request(path).post(body).build());
    }

    /** How long it takes to post bodies one after the other. */
    public Duration timeToPost(String path, List<RequestBody> bodies) {
        long start = System.nanoTime();
        bodies.forEach(body -> post(path, body));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Posts bodies with so many requests in flight all the time. */
    public void postInParallel(String path, List<RequestBody> bodies, int inFlight) throws InterruptedException {
        inParallel(bodies, body -> post(path, body), inFlight);
    }

    /** How long it takes to get pages with so many requests in flight all the time. */
    public Duration timeToGetOrdersInParallel(List<Long> lastMaxIds, int inFlight) throws InterruptedException {
        long start = System.nanoTime();
        inParallel(lastMaxIds, this::getOrders, inFlight);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static <T> void inParallel(List<T> questions, Consumer<T> request, int inFlight)
            throws InterruptedException {
        ConcurrentLinkedQueue<T> left = new ConcurrentLinkedQueue<>(questions);
        ExecutorService threads = Executors.newFixedThreadPool(inFlight);
        try {
            List<Callable<Void>> loops = Collections.nCopies(inFlight, () -> {
                for (T question = left.poll(); question != null; question = left.poll()) {
                    request.accept(question);
                }
                return null;
            });
            for (Future<Void> loop : threads.invokeAll(loops)) {
                loop.get();
            }
        } catch (ExecutionException e) {
            throw new BenchmarkException("The bare loop has failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** How long it takes to get pages one after the other, each asked for as soon as the one before is there. */
    public Duration timeToGetOrders(List<Long> lastMaxIds) {
        long start = System.nanoTime();
        lastMaxIds.forEach(this::getOrders);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Request.Builder request(String pathAndQuery) {
        return new Request.Builder().url(address.resolve(pathAndQuery)).header("X-OpenApi-Token", token);
    }

    private void send(Request request) {
        try (Response response = http.newCall(request).execute()) {
            response.body().bytes();
            if (response.code() != 200) {
                throw new BenchmarkException("The simulated platform answered HTTP " + response.code());
            }
        } catch (IOException e) {
            throw new BenchmarkException("The simulated platform did not answer", e);
        }
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}

package io.martech.connect.sink.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.ApiResponse;
import io.martech.connect.client.Category;
import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RequestGate;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TextFile;
import io.martech.connect.client.TextLines;
import io.martech.connect.client.http.AdaptiveConcurrencyLimit;
import io.martech.connect.client.http.AttemptListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A platform in memory: notes what it was sent, and does to each request what the test says. */
public final class FakePlatform implements PlatformClient {

    private final List<List<String>> requests = new CopyOnWriteArrayList<>();
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile Consumer<List<String>> quirks = texts -> {};
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean closed;
    private volatile AttemptListener limit = AttemptListener.NONE;

    /** What happens to each request before it counts as delivered; throw to refuse it. */
    public FakePlatform behave(Consumer<List<String>> with) {
        quirks = with;
        return this;
    }

    /** Requests wait from now on, until {@link #answer()}. */
    public FakePlatform hang() {
        gate = new CountDownLatch(1);
        return this;
    }

    public void answer() {
        gate.countDown();
    }

    /** The texts of each request that arrived, in order of arrival. */
    public List<List<String>> requests() {
        return List.copyOf(requests);
    }

    /** What was taken, in order. */
    public List<String> delivered() {
        return List.copyOf(delivered);
    }

    public Set<Thread> threads() {
        return Set.copyOf(threads);
    }

    public boolean isClosed() {
        return closed;
    }

    public static PlatformException failure(Category category, String code) {
        return failure(category, 500, code);
    }

    public static PlatformException failure(Category category, int status, String code) {
        return new PlatformException(
                category,
                "Platform messages: answered HTTP " + status + " with code " + code + ".",
                status,
                code,
                "no 13800000000",
                null);
    }

    /** The same platform for another client. */
    FakePlatform reopened() {
        closed = false;
        gate = new CountDownLatch(0);
        return this;
    }

    /** Every attempt is reported to it, as the client does. */
    FakePlatform limitedBy(AdaptiveConcurrencyLimit adaptiveLimit) {
        limit = adaptiveLimit;
        return this;
    }

    @Override
    public ApiResponse attempt(ApiRequest request, RequestGate gate) {
        if (!gate.enter(request.body().toString().length())) {
            throw new ClientClosedException("must not leave", null);
        }
        long started = System.nanoTime();
        try {
            ApiResponse answer = execute(request);
            limit.onSuccess(started);
            return answer;
        } catch (PlatformException failure) {
            if (failure.category() == Category.RETRY && !gate.isRetry()) {
                limit.onOverload(started);
            }
            throw failure;
        } finally {
            gate.leave();
        }
    }

    @Override
    public ApiResponse execute(ApiRequest request) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : request.body()) {
            texts.add(text.asText());
        }
        requests.add(List.copyOf(texts));
        threads.add(Thread.currentThread());
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClientClosedException("interrupted", interrupted);
        }
        if (closed) {
            throw new ClientClosedException("closed", null);
        }
        quirks.accept(texts);
        delivered.addAll(texts);
        return new ApiResponse(200, MissingNode.getInstance());
    }

    @Override
    public TextLines open(TextFile file, long linesReadBefore) {
        throw new UnsupportedOperationException("No sink reads files");
    }

    @Override
    public ServerClock serverClock() {
        return Instant::now;
    }

    @Override
    public void close() {
        closed = true;
        gate.countDown();
    }
}

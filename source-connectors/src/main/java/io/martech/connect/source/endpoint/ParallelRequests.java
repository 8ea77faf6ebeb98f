package io.martech.connect.source.endpoint;

import io.martech.connect.client.ClientClosedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.slf4j.MDC;

/**
 * Sends several requests in parallel and returns their results in the order of the requests; or one in the background. A
 * request may send others in turn, which its own thread executes if no other is free.
 */
public final class ParallelRequests implements Executor, AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ExecutorService threads;
    private final IntSupplier atOnce;

    /**
     * @param most the maximum number of threads
     * @param atOnce the current limit; read before each request
     */
    public ParallelRequests(int most, IntSupplier atOnce) {
        this(most, atOnce, IDLE);
    }

    /** @param idle after so long without a request a thread ends */
    ParallelRequests(int most, IntSupplier atOnce, Duration idle) {
        Map<String, String> loggingContext = MDC.getCopyOfContextMap();
        this.atOnce = atOnce;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, idle.toNanos(), TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new RequestThread(() -> {
                        if (loggingContext != null) {
                            MDC.setContextMap(loggingContext);
                        }
                        task.run();
                    });
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /** How many requests may be in flight now. */
    public int atOnce() {
        return atOnce.getAsInt();
    }

    /** @throws RuntimeException the first failure, in the order of the requests */
    public <Q, A> List<A> inOrder(List<Q> questions, Function<Q, A> request) {
        if (questions.size() == 1) {
            return List.of(request.apply(questions.get(0)));
        }
        Deque<FutureTask<A>> underWay = new ArrayDeque<>();
        try {
            List<A> answers = new ArrayList<>();
            for (Q question : questions) {
                while (underWay.size() >= atOnce.getAsInt()) {
                    answers.add(resultOf(underWay.remove()));
                }
                FutureTask<A> task = new FutureTask<>(() -> request.apply(question));
                underWay.add(task);
                threads.execute(task);
            }
            while (!underWay.isEmpty()) {
                answers.add(resultOf(underWay.remove()));
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientClosedException("Interrupted while requests were under way", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A request failed unexpectedly", e.getCause());
        } finally {
            underWay.forEach(answer -> answer.cancel(true));
        }
    }

    private static <A> A resultOf(FutureTask<A> task) throws InterruptedException, ExecutionException {
        if (Thread.currentThread() instanceof RequestThread) {
            // All other threads may be waiting, too. Has no effect if one of them has started it.
            task.run();
        }
        return task.get();
    }

    @Override
    public void execute(Runnable request) {
        threads.execute(request);
    }

    /** Interrupts requests in progress without waiting for them. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static final class RequestThread extends Thread {

        private RequestThread(Runnable task) {
            super(task, "martech-source-requests");
        }
    }
}

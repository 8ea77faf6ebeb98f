package io.martech.connect.sink.engine;

import io.martech.connect.sink.dispatch.Batch;
import io.martech.connect.sink.dispatch.OrderedDispatcher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.slf4j.MDC;

/**
 * A fixed number of daemon threads, each of which sends one batch after another until the dispatcher is closed. They log
 * with the context of the connector that started them.
 */
final class RequestThreads<P> {

    private final OrderedDispatcher<PendingRecord<P>> dispatcher;
    private final BatchRunner<P> runner;
    private final Map<String, String> loggingContext = MDC.getCopyOfContextMap();
    private final List<Worker> workers;

    /** Created on the task's thread, whose logging context it copies. */
    RequestThreads(int count, OrderedDispatcher<PendingRecord<P>> dispatcher, BatchRunner<P> runner) {
        this.dispatcher = dispatcher;
        this.runner = runner;
        String name = Thread.currentThread().getName();
        this.workers = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Worker(name + "-request-" + number))
                .toList();
    }

    void start() {
        workers.forEach(Thread::start);
    }

    /** Cancels the calls of the threads that send such a batch; each of them notices at its next blocking operation. */
    void interruptThoseSending(Predicate<Batch<PendingRecord<P>>> unwanted) {
        for (Worker worker : workers) {
            Batch<PendingRecord<P>> batch = worker.sending;
            if (batch != null && unwanted.test(batch)) {
                worker.interrupt();
            }
        }
    }

    /** Ends all threads and waits for them up to this time. The dispatcher and the client must be closed already. */
    void stop(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        workers.forEach(Thread::interrupt);
        try {
            for (Worker worker : workers) {
                long left = deadline - System.nanoTime();
                worker.join(Math.max(1, left / 1_000_000));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Worker extends Thread {

        private volatile Batch<PendingRecord<P>> sending;

        private Worker(String name) {
            super(name);
            setDaemon(true);
        }

        @Override
        public void run() {
            if (loggingContext != null) {
                MDC.setContextMap(loggingContext);
            }
            for (Batch<PendingRecord<P>> batch = dispatcher.take(); batch != null; batch = dispatcher.take()) {
                sending = batch;
                runner.run(batch);
                sending = null;
            }
        }
    }
}

package io.martech.connect.client.auth.oauth;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.MDC;

/**
 * Runs work that stopping a task must not cut off halfway on a thread of its own: the waiting thread may be interrupted,
 * the work runs to completion.
 */
final class UninterruptibleWork {

    private final String threadName;

    UninterruptibleWork(String threadName) {
        this.threadName = threadName;
    }

    <T> T run(Callable<T> work) throws InterruptedException {
        Map<String, String> loggingContext = MDC.getCopyOfContextMap();
        FutureTask<T> task = new FutureTask<>(() -> {
            if (loggingContext != null) {
                MDC.setContextMap(loggingContext);
            }
            return work.call();
        });
        Thread thread = new Thread(task, threadName);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw asUnchecked(failed.getCause());
        }
    }

    private static RuntimeException asUnchecked(Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }
}

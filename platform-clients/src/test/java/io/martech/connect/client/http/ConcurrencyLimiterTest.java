package io.martech.connect.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {

    private final AtomicInteger underWay = new AtomicInteger();
    private final CountDownLatch answered = new CountDownLatch(1);

    @Test
    void noMoreAreUnderWayThanAllowedAndAllGetTheirTurn() throws InterruptedException {
        AtomicInteger sent = new AtomicInteger();
        ConcurrencyLimiter inFlight = new ConcurrencyLimiter(new Semaphore(2), call -> {
            underWay.incrementAndGet();
            answered.await();
            sent.incrementAndGet();
            return null;
        });
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Thread caller = new Thread(() -> send(inFlight));
            callers.add(caller);
            caller.start();
        }
        for (Thread caller : callers) {
            awaitWaiting(caller);
        }
        assertThat(underWay).hasValue(2);
        answered.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(sent).hasValue(5);
    }

    @Test
    void aFailureGivesItsPlaceBack() throws InterruptedException {
        ConcurrencyLimiter inFlight = new ConcurrencyLimiter(new Semaphore(1), call -> {
            if (underWay.incrementAndGet() == 1) {
                throw new IllegalStateException("the first");
            }
            return null;
        });
        Thread first = new Thread(() -> send(inFlight));
        first.setUncaughtExceptionHandler((thread, failure) -> {});
        first.start();
        first.join();
        inFlight.send(null);
        assertThat(underWay).hasValue(2);
    }

    private static void send(ConcurrencyLimiter inFlight) {
        try {
            inFlight.send(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}

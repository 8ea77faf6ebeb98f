package io.martech.connect.source.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.ClientClosedException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ParallelRequestsTest {

    private ParallelRequests parallel = new ParallelRequests(3, () -> 3);

    @AfterEach
    void close() {
        parallel.close();
    }

    @Test
    void resultsComeInTheOrderOfTheQuestionsWhicheverIsAnsweredFirst() {
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch third = new CountDownLatch(1);
        List<String> answers = parallel.inOrder(List.of(1, 2, 3), question -> {
            if (question < 3) {
                await(question == 1 ? second : third);
            }
            (question == 2 ? second : third).countDown();
            return "answer " + question;
        });
        assertThat(answers).containsExactly("answer 1", "answer 2", "answer 3");
    }

    @Test
    void severalAreUnderWayAtOnce() {
        CyclicBarrier allThree = new CyclicBarrier(3);
        assertThat(parallel.inOrder(List.of(1, 2, 3), question -> meet(allThree)))
                .hasSize(3);
    }

    /** The third thread is free all the time. */
    @Test
    void noMoreAreUnderWayThanThePlatformBearsNow() {
        parallel.close();
        AtomicInteger underWay = new AtomicInteger();
        parallel = new ParallelRequests(3, () -> 2);
        List<Integer> atOnce = parallel.inOrder(List.of(1, 2, 3, 4, 5, 6, 7, 8), question -> {
            int now = underWay.incrementAndGet();
            LockSupport.parkNanos(5_000_000);
            underWay.decrementAndGet();
            return now;
        });
        assertThat(atOnce).hasSize(8).allMatch(now -> now <= 2);
    }

    @Test
    void theFirstFailureInTheOrderOfTheQuestionsIsTold() {
        assertThatThrownBy(() -> parallel.inOrder(List.of(1, 2, 3), question -> {
                    if (question > 1) {
                        throw new IllegalArgumentException("question " + question);
                    }
                    return question;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("question 2");
    }

    /** All threads may be busy with requests that send others in turn. */
    @Test
    void aRequestMaySendOthersInTurn() {
        CyclicBarrier allThree = new CyclicBarrier(3);
        List<List<Integer>> answers = parallel.inOrder(List.of(1, 2, 3), question -> {
            meet(allThree);
            return parallel.inOrder(List.of(10, 20), each -> question + each);
        });
        assertThat(answers).containsExactly(List.of(11, 21), List.of(12, 22), List.of(13, 23));
    }

    @Test
    void noQuestionsNoAnswers() {
        assertThat(parallel.inOrder(List.of(), question -> question)).isEmpty();
    }

    @Test
    void closingInterruptsWhatIsUnderWay() throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                parallel.inOrder(List.of(1, 2), question -> {
                    underWay.countDown();
                    await(never);
                    return question;
                });
            } catch (RuntimeException e) {
                failure.set(e);
            }
        });
        caller.start();
        underWay.await();
        parallel.close();
        caller.join();
        assertThat(failure.get()).hasMessageContaining("interrupted");
    }

    @Test
    void anInterruptedCallerIsToldThatTheClientIsClosed() {
        Thread.currentThread().interrupt();
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> parallel.inOrder(List.of(1, 2), question -> {
                    await(never);
                    return question;
                }))
                .isInstanceOf(ClientClosedException.class);
        assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    }

    @Test
    void itsThreadsLogAsPartOfTheConnector() {
        MDC.put("connector.context", "[linkflow|task-0] ");
        try {
            parallel.close();
            parallel = new ParallelRequests(2, () -> 2);
        } finally {
            MDC.clear();
        }
        Queue<String> contexts = new ConcurrentLinkedQueue<>();
        parallel.inOrder(List.of(1, 2), question -> contexts.add(String.valueOf(MDC.get("connector.context"))));
        assertThat(contexts).containsOnly("[linkflow|task-0] ").hasSize(2);
    }

    /** A connector has as many threads as it sends requests at once, and none while nothing changes. */
    @Test
    void threadsStartOnDemandAndEndWhenThereIsNothingToDo() throws InterruptedException {
        parallel.close();
        parallel = new ParallelRequests(32, () -> 32, Duration.ofMillis(10));
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        CyclicBarrier bothAreThere = new CyclicBarrier(2);
        parallel.inOrder(List.of(1, 2), question -> threads.add(Thread.currentThread()) && meet(bothAreThere));
        assertThat(threads).hasSize(2).doesNotContain(Thread.currentThread());
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(30).toMillis());
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(parallel.inOrder(List.of(1, 2), question -> question)).containsExactly(1, 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static boolean meet(CyclicBarrier barrier) {
        try {
            barrier.await();
            return true;
        } catch (Exception e) {
            throw new IllegalStateException("alone", e);
        }
    }
}

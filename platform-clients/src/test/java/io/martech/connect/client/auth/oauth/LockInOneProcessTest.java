package io.martech.connect.client.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tasks of one worker that want the same lock, watched by another process: the system takes all locks on a file from a
 * process that closes any of its descriptors of that file.
 */
class LockInOneProcessTest {

    private static final int HANDOVERS = 100;

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger waits = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aWaiterThatIsStoppedTakesTheLockFromNobody() throws Exception {
        stopAWaiter(new LockTaker(directory, waits));
    }

    @Test
    void norDoesAWaiterOfAnotherPlugin() throws Exception {
        stopAWaiter(LockTaker.ofAnotherPlugin(directory, waits));
    }

    @Test
    void whoTakesTheLockAtTheMomentItIsGivenBackKeepsIt() throws Exception {
        handOver(new LockTaker(directory, waits));
    }

    @Test
    void soDoesWhoIsInAnotherPlugin() throws Exception {
        handOver(LockTaker.ofAnotherPlugin(directory, waits));
    }

    @Test
    void oneDirectoryWithTwoNamesIsOneLock() throws Exception {
        Path other = Files.createSymbolicLink(directory.resolveSibling(directory.getFileName() + "-link"), directory);
        try {
            stopAWaiter(new LockTaker(other, waits));
        } finally {
            Files.delete(other);
        }
    }

    /** Closing twice is allowed, and gives back nothing that is not one's own. */
    @Test
    void whoHasGivenTheLockBackCannotGiveItBackAgain() throws Exception {
        AutoCloseable first = new LockTaker(directory, waits).call();
        first.close();
        try (AutoCloseable second = new LockTaker(directory, waits).call()) {
            first.close();
            stopAWaiterOf(second, new LockTaker(directory, waits));
        }
    }

    private void stopAWaiter(Callable<AutoCloseable> waiting) throws Exception {
        try (AutoCloseable held = new LockTaker(directory, new AtomicInteger()).call()) {
            stopAWaiterOf(held, waiting);
        }
    }

    private void stopAWaiterOf(AutoCloseable held, Callable<AutoCloseable> waiting) throws Exception {
        assertThat(held).isNotNull();
        try (LockProbe anotherWorker = new LockProbe(lockFile())) {
            FutureTask<AutoCloseable> waiter = new FutureTask<>(waiting);
            Thread thread = new Thread(waiter, "waiter");
            thread.start();
            Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> waits.get() > 5);
            assertThat(anotherWorker.couldTakeIt()).as("while one waits").isFalse();

            thread.interrupt();
            assertThatThrownBy(() -> waiter.get()).hasCauseInstanceOf(Exception.class);

            assertThat(anotherWorker.couldTakeIt())
                    .as("after the waiter was stopped")
                    .isFalse();
        }
    }

    private void handOver(Callable<AutoCloseable> other) throws Exception {
        Callable<AutoCloseable> one = new LockTaker(directory, waits);
        AutoCloseable held = one.call();
        try (LockProbe anotherWorker = new LockProbe(lockFile())) {
            for (int handover = 0; handover < HANDOVERS; handover++) {
                int before = waits.get();
                Future<AutoCloseable> neighbour = threads.submit(handover % 2 == 0 ? other : one);
                Awaitility.await()
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> waits.get() > before);

                held.close();
                held = neighbour.get();

                assertThat(anotherWorker.couldTakeIt())
                        .as("after handover " + handover)
                        .isFalse();
            }
        } finally {
            held.close();
        }
    }

    private Path lockFile() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".lock"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

package io.martech.connect.source.reader.paged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.client.ClientClosedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Old rows wait for new ones, across all resources of an account. */
class OpenTailPriorityTest {

    private final OpenTailPriority turns = new OpenTailPriority();

    @Test
    void oldRowsWaitUntilNoResourceLooksForNewOnes() throws InterruptedException {
        AtomicBoolean isRead = new AtomicBoolean();
        long first = turns.begin();
        long second = turns.begin();
        Thread reader = reader(isRead);
        turns.end(first);
        await().until(() -> reader.getState() == Thread.State.WAITING);
        assertThat(isRead).as("one resource is still looking").isFalse();
        turns.end(second);
        reader.join();
        assertThat(isRead).isTrue();
        turns.awaitTurn();
    }

    /** Where something new comes all the time, somebody is always looking. */
    @Test
    void oldRowsDoNotWaitForLooksThatBeganLater() {
        AtomicBoolean isRead = new AtomicBoolean();
        long look = turns.begin();
        Thread reader = reader(isRead);
        await().until(() -> reader.getState() == Thread.State.WAITING);
        turns.begin();
        turns.end(look);
        await().untilTrue(isRead);
    }

    private Thread reader(AtomicBoolean isRead) {
        Thread reader = new Thread(() -> {
            turns.awaitTurn();
            isRead.set(true);
        });
        reader.start();
        return reader;
    }

    @Test
    void aTaskThatStopsIsNotHeldUp() throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        turns.begin();
        Thread reader = new Thread(turns::awaitTurn);
        reader.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        reader.start();
        reader.interrupt();
        reader.join();
        assertThat(failure.get()).isInstanceOf(ClientClosedException.class);
    }
}

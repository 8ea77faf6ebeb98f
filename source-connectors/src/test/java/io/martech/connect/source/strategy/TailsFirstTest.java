package io.martech.connect.source.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.client.ClientClosedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Old rows wait for new ones, across all resources of an account. */
class TailsFirstTest {

    private final TailsFirst turns = new TailsFirst();

    @Test
    void oldRowsWaitUntilNoResourceLooksForNewOnes() throws InterruptedException {
        AtomicBoolean isRead = new AtomicBoolean();
        turns.begin();
        turns.begin();
        Thread reader = new Thread(() -> {
            turns.awaitTurn();
            isRead.set(true);
        });
        reader.start();
        turns.end();
        await().until(() -> reader.getState() == Thread.State.WAITING);
        assertThat(isRead).as("one resource is still looking").isFalse();
        turns.end();
        reader.join();
        assertThat(isRead).isTrue();
        turns.awaitTurn();
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

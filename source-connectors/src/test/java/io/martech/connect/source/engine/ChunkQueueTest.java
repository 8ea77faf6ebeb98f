package io.martech.connect.source.engine;

import static io.martech.connect.source.engine.Readings.at;
import static io.martech.connect.source.engine.Readings.chunk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.martech.connect.source.chunk.Chunk;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class ChunkQueueTest {

    private final ChunkQueue queue = new ChunkQueue(new MemoryBudget(1_000));
    private final ChunkQueue.Inlet orders = queue.newInlet();
    private final ChunkQueue.Inlet contacts = queue.newInlet();

    @Test
    void onePollHandsOverAllThatIsReadyInTheOrderInWhichItWasRead() throws InterruptedException {
        ReadChunk first = read(1, 10);
        ReadChunk second = read(1, 10);
        ReadChunk third = read(1, 10);
        orders.put(first);
        contacts.put(second);
        orders.put(third);

        assertThat(poll()).containsExactly(first, second, third);
        assertThat(poll()).isEmpty();
    }

    @Test
    void onePollHandsOverNoMoreRowsThanOneChunkMayHave() throws InterruptedException {
        ReadChunk first = read(Chunk.MAXIMUM_ROWS - 1, 10);
        ReadChunk second = read(1, 10);
        ReadChunk third = read(1, 10);
        orders.put(first);
        orders.put(second);
        contacts.put(third);

        assertThat(poll()).containsExactly(first, second);
        assertThat(poll()).containsExactly(third);
    }

    @Test
    void aResourceReadsAtMostTwoChunksAheadAndDoesNotHoldUpAnother() throws InterruptedException {
        orders.put(read(1, 10));
        orders.put(read(1, 10));
        Thread third = putting(orders, read(1, 10));
        try {
            await().until(() -> third.getState() == Thread.State.WAITING);
            contacts.put(read(1, 10));
            assertThat(poll()).hasSize(3);
            third.join();
            assertThat(poll()).hasSize(1);
        } finally {
            third.interrupt();
        }
    }

    @Test
    void allResourcesTogetherHoldNoMoreBytesThanAllowed() throws InterruptedException {
        orders.put(read(1, 900));
        Thread tooMuch = putting(contacts, read(1, 101));
        try {
            await().until(() -> tooMuch.getState() == Thread.State.WAITING);
            assertThat(poll()).hasSize(1);
            tooMuch.join();
            assertThat(poll()).hasSize(1);
        } finally {
            tooMuch.interrupt();
        }
    }

    /** Else it would wait for ever. */
    @Test
    void aChunkThatIsLargerThanAllThatIsAllowedPassesAlone() throws InterruptedException {
        orders.put(read(1, 5_000));
        Thread reading = new Thread(() -> uninterrupted(contacts::awaitRoom));
        reading.start();
        try {
            await().until(() -> reading.getState() == Thread.State.WAITING);
            assertThat(poll()).hasSize(1);
            reading.join();
        } finally {
            reading.interrupt();
        }
    }

    @Test
    void aFailureComesAfterWhatWasReadBeforeEvenIfThereIsNoRoom() throws InterruptedException {
        orders.put(read(1, 10));
        orders.put(read(1, 10));
        orders.fail(new ConnectException("broken"));
        contacts.put(read(1, 10));

        assertThat(poll()).hasSize(2);
        assertThatThrownBy(this::poll).isInstanceOf(ConnectException.class).hasMessage("broken");
    }

    private List<ReadChunk> poll() throws InterruptedException {
        return queue.poll(0, TimeUnit.MILLISECONDS);
    }

    private static Thread putting(ChunkQueue.Inlet inlet, ReadChunk chunk) {
        Thread thread = new Thread(() -> uninterrupted(() -> inlet.put(chunk)));
        thread.start();
        return thread;
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    private static void uninterrupted(Waiting waiting) {
        try {
            waiting.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ReadChunk read(int rows, long bytes) {
        return new ReadChunk(null, chunk(at(1), at(2)), List.of(), rows, bytes);
    }
}

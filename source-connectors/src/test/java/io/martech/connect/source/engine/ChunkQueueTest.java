package io.martech.connect.source.engine;

import static io.martech.connect.source.engine.Readings.at;
import static io.martech.connect.source.engine.Readings.chunk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class ChunkQueueTest {

    private final ChunkQueue queue = new ChunkQueue();
    private final ChunkQueue.Inlet orders = queue.newInlet();
    private final ChunkQueue.Inlet contacts = queue.newInlet();

    @Test
    void chunksComeOutInTheOrderInWhichTheyWereRead() throws InterruptedException {
        orders.put(read("orders", 1));
        contacts.put(read("contacts", 1));
        orders.put(read("orders", 2));

        assertThat(poll()).isEqualTo(read("orders", 1));
        assertThat(poll()).isEqualTo(read("contacts", 1));
        assertThat(poll()).isEqualTo(read("orders", 2));
        assertThat(poll()).isNull();
    }

    @Test
    void aResourceReadsAtMostTwoChunksAheadAndDoesNotHoldUpAnother() throws InterruptedException {
        orders.put(read("orders", 1));
        orders.put(read("orders", 2));
        Thread third = new Thread(() -> putUninterrupted(orders, read("orders", 3)));
        third.start();
        try {
            await().until(() -> third.getState() == Thread.State.WAITING);
            contacts.put(read("contacts", 1));

            assertThat(poll()).isEqualTo(read("orders", 1));
            third.join();
            assertThat(poll()).isEqualTo(read("orders", 2));
            assertThat(poll()).isEqualTo(read("contacts", 1));
            assertThat(poll()).isEqualTo(read("orders", 3));
        } finally {
            third.interrupt();
        }
    }

    @Test
    void aFailureComesAfterWhatWasReadBeforeEvenIfThereIsNoRoom() throws InterruptedException {
        orders.put(read("orders", 1));
        orders.put(read("orders", 2));
        orders.fail(new ConnectException("broken"));

        assertThat(poll()).isEqualTo(read("orders", 1));
        assertThat(poll()).isEqualTo(read("orders", 2));
        assertThatThrownBy(this::poll).isInstanceOf(ConnectException.class).hasMessage("broken");
    }

    private ReadChunk poll() throws InterruptedException {
        return queue.poll(0, TimeUnit.MILLISECONDS);
    }

    private static void putUninterrupted(ChunkQueue.Inlet inlet, ReadChunk chunk) {
        try {
            inlet.put(chunk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final Reader NOTHING = Readings.reading();
    private static final Resource ORDERS = Readings.resource("orders", NOTHING);
    private static final Resource CONTACTS = Readings.resource("contacts", NOTHING);

    private static ReadChunk read(String resource, long number) {
        return new ReadChunk("orders".equals(resource) ? ORDERS : CONTACTS, chunk(at(number), at(number + 1), number));
    }
}

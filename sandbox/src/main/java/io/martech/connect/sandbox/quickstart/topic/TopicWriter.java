package io.martech.connect.sandbox.quickstart.topic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.quickstart.streams.Sink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Another system of the user's: it writes what it knows about people into the topic that a sink reads. */
public final class TopicWriter implements AutoCloseable {

    static final int RECORDS_PER_SECOND = 10;

    private static final int RECORDS_PER_NOBODY = 100;

    private final Sink sink;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "topic-writer");
        thread.setDaemon(true);
        return thread;
    });
    private int number;

    public TopicWriter(String bootstrapServers, Sink sink, String topic) {
        this.sink = sink;
        this.topic = topic;
        this.producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                // A partition that is being created may refuse the first batch and take the second: then nothing fits
                // any more.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1));
    }

    /** Writes that many records, several about each person. Returns when the broker has them. */
    public synchronized void write(int count) {
        for (int i = 0; i < count; i++) {
            send(sink.record().apply(++number));
        }
        producer.flush();
    }

    /** Goes on writing. One record in a hundred says nothing about who it is about, so that the sink has to reject it. */
    public void goOn() {
        clock.scheduleAtFixedRate(this::writeOne, 0, 1_000 / RECORDS_PER_SECOND, TimeUnit.MILLISECONDS);
    }

    /** How many records were written. */
    public synchronized int written() {
        return number;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close(Duration.ofSeconds(2));
    }

    private synchronized void writeOne() {
        ObjectNode value = sink.record().apply(++number);
        if (number % RECORDS_PER_NOBODY == 0) {
            sink.identityFields().forEach(value::putNull);
        }
        send(value);
    }

    private void send(ObjectNode value) {
        String key = value.path(sink.identityFields().get(0)).toString();
        producer.send(new ProducerRecord<>(
                topic, key.getBytes(StandardCharsets.UTF_8), value.toString().getBytes(StandardCharsets.UTF_8)));
    }
}

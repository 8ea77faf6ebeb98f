package io.martech.connect.benchmark.sink;

import io.martech.connect.benchmark.setting.BenchmarkException;
import io.martech.connect.benchmark.setting.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic that the connector reads: events keyed by person, so that those of one person lie in one partition in order. */
final class EventTopic implements AutoCloseable {

    private static final int PARTITIONS = 4;

    private final KafkaProducer<String, byte[]> producer;

    private EventTopic(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    static EventTopic create(String bootstrapServers) throws InterruptedException {
        Topics.create(bootstrapServers, MessagesConnector.TOPIC, PARTITIONS, Map.of());
        return new EventTopic(new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    /** Writes them in this order, and returns when the broker has them. */
    void write(List<Event> events) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        for (Event event : events) {
            producer.send(
                    new ProducerRecord<>(MessagesConnector.TOPIC, event.mobilePhone(), event.toRecordValue()),
                    (metadata, exception) -> failure.compareAndSet(null, exception));
        }
        producer.flush();
        if (failure.get() != null) {
            throw new BenchmarkException("The events could not be written to the topic", failure.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

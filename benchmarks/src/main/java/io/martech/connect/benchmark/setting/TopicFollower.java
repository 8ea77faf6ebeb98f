package io.martech.connect.benchmark.setting;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A topic of one partition whose records are stamped by the broker when they arrive, and a consumer that follows it while
 * a connector fills it.
 */
public final class TopicFollower {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final String topic;
    private final ObjectMapper mapper = new ObjectMapper();

    private TopicFollower(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /** Creates the topic. */
    public static TopicFollower create(String bootstrapServers, String topic) throws InterruptedException {
        Topics.create(bootstrapServers, topic, 1, Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
        return new TopicFollower(bootstrapServers, topic);
    }

    /**
     * Follows the topic until it holds so many different keys.
     *
     * @param health of the connector that fills it
     * @throws BenchmarkException if the connector fails, or the keys do not arrive in time
     */
    public Arrivals awaitKeys(int count, ConnectorHealth health) {
        Set<Long> keys = new HashSet<>();
        List<Long> arrivedAt = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            while (keys.size() < count) {
                consumer.poll(POLL).forEach(record -> {
                    keys.add(idIn(record));
                    arrivedAt.add(record.timestamp());
                });
                health.requireGood(keys.size() + " of " + count + " keys have arrived in " + topic);
            }
        }
        return new Arrivals(keys, arrivedAt);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
        TopicPartition partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        return consumer;
    }

    private long idIn(ConsumerRecord<byte[], byte[]> record) {
        try {
            return mapper.readTree(record.key()).required("id").longValue();
        } catch (IOException e) {
            throw new BenchmarkException("A key in " + topic + " is not JSON", e);
        }
    }
}

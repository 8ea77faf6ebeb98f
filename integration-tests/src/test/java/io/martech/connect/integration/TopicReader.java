package io.martech.connect.integration;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning to what is their end at the moment, as a consumer of one isolation level sees it. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> configuration;
    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private TopicReader(String bootstrapServers, String isolationLevel) {
        this.configuration = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolationLevel,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
    }

    /** Sees committed transactions only. */
    public static TopicReader committed(String bootstrapServers) {
        return new TopicReader(bootstrapServers, "read_committed");
    }

    /** Sees aborted and open transactions too. */
    public static TopicReader uncommitted(String bootstrapServers) {
        return new TopicReader(bootstrapServers, "read_uncommitted");
    }

    /** Every record that the topic holds now, in order within each partition; empty while there is no such topic. */
    public List<ConsumerRecord<byte[], byte[]>> bytes(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        read(topic::equals, records::add);
        return records;
    }

    /** Shows every record that all topics hold now, Connect's own topics included. */
    public void readEverything(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        read(topic -> true, reader);
    }

    private void read(Predicate<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(configuration)) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(partition -> topics.test(partition.topic()))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }

    /** The same, with keys and values parsed as JSON. Numbers are exact. */
    public List<JsonRecord> json(String topic) {
        return bytes(topic).stream()
                .map(record -> new JsonRecord(parse(record.key()), parse(record.value()), record))
                .toList();
    }

    private JsonNode parse(byte[] json) {
        try {
            return json == null ? NullNode.getInstance() : mapper.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One record of a topic of JSON.
     *
     * @param key a {@code NullNode} if it has none
     * @param value a {@code NullNode} if it is a tombstone
     * @param raw partition, offset, timestamp and headers
     */
    public record JsonRecord(JsonNode key, JsonNode value, ConsumerRecord<byte[], byte[]> raw) {}
}

package io.martech.connect.integration.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.format.RecordFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads topics from their beginning to what is their end at the moment, as a consumer of one isolation level sees it. It remembers
 * what it has read, for tests ask again and again while they wait. Safe for use by many threads.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int REMEMBERED_TOPICS = 48;

    private final Map<String, Object> configuration;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Contents> topics = new LinkedHashMap<>(REMEMBERED_TOPICS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Contents> eldest) {
            return size() > REMEMBERED_TOPICS;
        }
    };
    private final RecordFormat format;

    private TopicReader(String bootstrapServers, String isolationLevel, RecordFormat format) {
        this.format = format;
        this.configuration = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolationLevel,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                // A fetch that waits for the next record would hold up the next question.
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                10,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
        this.consumer = new KafkaConsumer<>(configuration);
    }

    /** Sees committed transactions only. */
    public static TopicReader committed(String bootstrapServers) {
        return committed(bootstrapServers, RecordFormat.JSON);
    }

    /** The same for topics that are not JSON. */
    public static TopicReader committed(String bootstrapServers, RecordFormat format) {
        return new TopicReader(bootstrapServers, "read_committed", format);
    }

    /** Sees aborted and open transactions too. */
    public static TopicReader uncommitted(String bootstrapServers) {
        return new TopicReader(bootstrapServers, "read_uncommitted", RecordFormat.JSON);
    }

    /** Every record that the topic holds now, in order within each partition; empty while there is no such topic. */
    public synchronized List<ConsumerRecord<byte[], byte[]>> bytes(String topic) {
        Contents contents = topics.computeIfAbsent(topic, name -> new Contents());
        if (contents.positions.isEmpty()) {
            partitions(consumer, topic::equals).forEach(partition -> contents.positions.put(partition, 0L));
        }
        consumer.assign(contents.positions.keySet());
        contents.positions.forEach(consumer::seek);
        readToEnd(consumer, contents.records::add);
        contents.positions.replaceAll((partition, before) -> consumer.position(partition));
        return List.copyOf(contents.records);
    }

    /** Shows every record that all topics hold now, Connect's own topics included. */
    public void readEverything(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> everything = new KafkaConsumer<>(configuration)) {
            everything.assign(partitions(everything, topic -> true));
            readToEnd(everything, reader);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Predicate<String> topics) {
        return consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .filter(partition -> topics.test(partition.topic()))
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static void readToEnd(
            KafkaConsumer<byte[], byte[]> consumer, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(reader);
        }
    }

    /** The same, with keys and values as JSON. Numbers are exact. */
    public synchronized List<JsonRecord> json(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = bytes(topic);
        List<JsonRecord> parsed = topics.get(topic).parsed;
        for (ConsumerRecord<byte[], byte[]> record : records.subList(parsed.size(), records.size())) {
            parsed.add(new JsonRecord(format.read(record.key()), format.read(record.value()), record));
        }
        return List.copyOf(parsed);
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }

    /** What was read of one topic, and how far. */
    private static final class Contents {

        private final Map<TopicPartition, Long> positions = new HashMap<>();
        private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        private final List<JsonRecord> parsed = new ArrayList<>();
    }

    /**
     * One record, whatever the format of its topic.
     *
     * @param key a {@code NullNode} if it has none
     * @param value a {@code NullNode} if it is a tombstone
     * @param raw partition, offset, timestamp and headers
     */
    public record JsonRecord(JsonNode key, JsonNode value, ConsumerRecord<byte[], byte[]> raw) {}
}

package io.martech.connect.sandbox.quickstart.topic;

import io.martech.connect.sandbox.comparison.ExactJson;
import io.martech.connect.sandbox.comparison.TopicRecord;
import io.martech.connect.sandbox.quickstart.view.ReadingProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts the records of topics as they appear, and keeps what the source says of its own reading. Topics may come later. */
public final class TopicFollower implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final long MILLISECONDS_TO_STOP = 5_000;

    private final Set<String> topics;
    private final String progressTopic;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, ReadingProgress> progress = new ConcurrentHashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::follow, "topic-follower");

    private TopicFollower(String bootstrapServers, Collection<String> topics, String progressTopic) {
        this.topics = new HashSet<>(topics);
        if (progressTopic != null) {
            this.topics.add(progressTopic);
        }
        this.progressTopic = progressTopic;
        this.consumer = new KafkaConsumer<>(consumerProperties(bootstrapServers));
    }

    /** @param progressTopic null for a sink, which has no progress records */
    public static TopicFollower start(String bootstrapServers, Collection<String> topics, String progressTopic) {
        TopicFollower follower = new TopicFollower(bootstrapServers, topics, progressTopic);
        follower.thread.setDaemon(true);
        follower.thread.start();
        return follower;
    }

    /** Every record that a topic holds at the moment, in order within each partition; empty while there is no such topic. */
    public static List<TopicRecord> contentsOf(String bootstrapServers, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerProperties(bootstrapServers))) {
            List<TopicPartition> partitions = partitionsOf(consumer, Set.of(topic));
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<TopicRecord> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL)
                        .forEach(record -> records.add(
                                new TopicRecord(ExactJson.parse(record.key()), ExactJson.parse(record.value()))));
            }
            return records;
        }
    }

    /** What every reader of topics here is configured with: it sees what is committed, from the beginning. */
    private static Map<String, Object> consumerProperties(String bootstrapServers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class);
    }

    /** Records of the topic so far. */
    public long countOf(String topic) {
        LongAdder count = counts.get(topic);
        return count == null ? 0 : count.sum();
    }

    /** How far the source has come with a resource. */
    public ReadingProgress progressOf(String resource) {
        return progress.getOrDefault(resource, ReadingProgress.NONE);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(MILLISECONDS_TO_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (consumer) {
            while (true) {
                assignNewPartitions();
                if (!consumer.assignment().isEmpty()) {
                    consumer.poll(POLL).forEach(this::note);
                } else {
                    Thread.sleep(POLL.toMillis());
                }
            }
        } catch (KafkaException closedOrBrokerGone) {
            // Whether a part has died is for LocalStack to say.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assignNewPartitions() {
        Set<String> assigned = new HashSet<>();
        consumer.assignment().forEach(partition -> assigned.add(partition.topic()));
        if (!assigned.containsAll(topics)) {
            consumer.assign(partitionsOf(consumer, topics));
        }
    }

    private static List<TopicPartition> partitionsOf(KafkaConsumer<?, ?> consumer, Collection<String> topics) {
        return consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .filter(partition -> topics.contains(partition.topic()))
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        counts.computeIfAbsent(record.topic(), topic -> new LongAdder()).increment();
        if (record.topic().equals(progressTopic) && record.value() != null) {
            String resource = ExactJson.parse(record.key()).path("resource").asText();
            progress.put(resource, ReadingProgress.of(ExactJson.parse(record.value())));
        }
    }
}

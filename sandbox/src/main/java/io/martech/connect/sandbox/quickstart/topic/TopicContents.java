package io.martech.connect.sandbox.quickstart.topic;

import io.martech.connect.sandbox.comparison.ExactJson;
import io.martech.connect.sandbox.comparison.TopicRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads what a topic holds, from its beginning to what is its end at the moment. */
public final class TopicContents {

    private static final Duration POLL = Duration.ofMillis(200);

    private TopicContents() {}

    /** Every record, in order within each partition; empty while there is no such topic. */
    public static List<TopicRecord> read(String bootstrapServers, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(TopicFollower.consumerProperties(bootstrapServers))) {
            List<TopicPartition> partitions = TopicFollower.partitionsOf(consumer, Set.of(topic));
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
}

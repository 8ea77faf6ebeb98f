package io.martech.connect.sink.operation;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The position of a record in Kafka, before any transformation renamed its topic. Offsets are committed, and ids are
 * derived, by these only.
 */
public record Coordinates(String topic, int partition, long offset) {

    /** The original coordinates of a record, as the consumer received it. */
    public static Coordinates of(SinkRecord record) {
        return new Coordinates(record.originalTopic(), record.originalKafkaPartition(), record.originalKafkaOffset());
    }

    public TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    /** In the form that Kafka's own tools print: {@code orders-3@42}. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}

package io.martech.connect.sink.engine;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records of a topic. */
final class Records {

    static final String TOPIC = "people";
    static final TopicPartition P0 = new TopicPartition(TOPIC, 0);
    static final TopicPartition P1 = new TopicPartition(TOPIC, 1);

    private Records() {}

    static SinkRecord record(long offset, String value) {
        return record(0, offset, null, value);
    }

    static SinkRecord record(int partition, long offset, Object key, String value) {
        return new SinkRecord(
                TOPIC, partition, null, key, null, value, offset, 1_663_146_117_310L, TimestampType.CREATE_TIME);
    }
}

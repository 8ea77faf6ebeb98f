package io.martech.connect.sink.engine;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;

/** {@code ordering}: when two records conflict, so that the later one waits for the earlier one. */
public enum Ordering {
    /** Records conflict if they share an identity. */
    IDENTITY,
    /** Records conflict if their Kafka keys are equal; records without a key never conflict. */
    KEY,
    /** Records conflict in either case. */
    BOTH;

    /** A record's key as a conflict key: compared by value, and never equal to an identity. */
    private record KafkaKey(Object value) {}

    /** @param identities all identities that the record is about */
    Set<Object> conflicts(SinkRecord record, Set<?> identities) {
        Set<Object> conflicts = new HashSet<>();
        if (this != KEY) {
            conflicts.addAll(identities);
        }
        Object key = record.key();
        if (this != IDENTITY && key != null) {
            conflicts.add(new KafkaKey(key instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : key));
        }
        return conflicts;
    }
}

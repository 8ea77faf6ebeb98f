package io.martech.connect.sink.engine;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/** A record's key as a conflict key: by its value, and never equal to an identity. */
record KafkaKey(Object value) {

    /** Empty if the record has no key. */
    static Optional<KafkaKey> of(SinkRecord record) {
        Object key = record.key();
        if (key == null) {
            return Optional.empty();
        }
        return Optional.of(new KafkaKey(key instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : key));
    }
}

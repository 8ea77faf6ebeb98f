package io.martech.connect.sink.engine;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/** Estimates the size of a record, roughly that of its JSON: the framework does not provide its serialized size. */
final class RecordSize {

    private static final long OF_A_FIELD = 16;

    private RecordSize() {}

    /** The size of its key and its value in bytes. */
    static long of(SinkRecord record) {
        return OF_A_FIELD + of(record.key()) + of(record.value());
    }

    private static long of(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof byte[] bytes) {
            return bytes.length;
        }
        if (value instanceof ByteBuffer bytes) {
            return bytes.remaining();
        }
        long sum = OF_A_FIELD;
        if (value instanceof Struct struct) {
            for (Field field : struct.schema().fields()) {
                sum += field.name().length() + of(struct.getWithoutDefault(field.name()));
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                sum += of(entry.getKey()) + of(entry.getValue());
            }
        } else if (value instanceof Collection<?> list) {
            for (Object element : list) {
                sum += of(element);
            }
        }
        return sum;
    }
}

package io.martech.connect.sink.linkflow.message;

import io.martech.connect.client.TimeSource;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.time.Instant;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;

/** The time of a record's event: {@code timestamp.field}, otherwise the record's timestamp. */
public final class MessageTime {

    private final FieldPath path;
    private final PlatformTime form;
    private final TimeSource time;

    /** @param path {@code timestamp.field}, or null */
    public MessageTime(FieldPath path, PlatformTime form, TimeSource time) {
        this.path = path;
        this.form = form;
        this.time = time;
    }

    /**
     * Epoch milliseconds. A record without any time, which only very old producers write, has the current time.
     *
     * @throws RecordRejectedException if the field does not hold a time
     */
    long of(SinkRecord record) {
        Instant named = path == null ? null : namedIn(record);
        if (named != null) {
            return named.toEpochMilli();
        }
        return record.timestamp() == null ? time.now().toEpochMilli() : record.timestamp();
    }

    /** Whether a field is configured. */
    public boolean isConfigured() {
        return path != null;
    }

    private Instant namedIn(SinkRecord record) {
        try {
            SchemaAndValue field = path.read(record);
            return field.value() == null ? null : form.instantOf(field);
        } catch (UnsuitableValueException unsuitable) {
            throw new RecordRejectedException(
                    LinkflowMessagesOptions.TIMESTAMP_FIELD,
                    unsuitable.of(path.toString()).getMessage() + " It is named by "
                            + LinkflowMessagesOptions.TIMESTAMP_FIELD + ".");
        }
    }
}

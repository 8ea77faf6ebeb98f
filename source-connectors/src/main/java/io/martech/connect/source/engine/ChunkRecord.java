package io.martech.connect.source.engine;

import java.util.Map;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;

/** A data record that knows its chunk, so that its confirmation can be counted there. */
final class ChunkRecord extends SourceRecord {

    private final transient AckTracker.InFlight chunk;

    ChunkRecord(
            Map<String, ?> sourcePartition,
            Cursor cursor,
            RowRecords.TopicRecord record,
            Headers headers,
            AckTracker.InFlight chunk) {
        super(
                sourcePartition,
                cursor.toOffset(),
                record.topic(),
                null,
                record.keySchema(),
                record.key(),
                record.valueSchema(),
                record.value(),
                null,
                headers);
        this.chunk = chunk;
    }

    void confirm() {
        chunk.confirmOne();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

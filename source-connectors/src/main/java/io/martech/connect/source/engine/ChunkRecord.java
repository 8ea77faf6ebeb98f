package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Cursor;
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

    /** The same record with another cursor. */
    ChunkRecord at(Cursor cursor) {
        RowRecords.TopicRecord record = new RowRecords.TopicRecord(topic(), keySchema(), key(), valueSchema(), value());
        return new ChunkRecord(sourcePartition(), cursor, record, headers(), chunk);
    }

    /** It will never be in Kafka, though Connect goes on. */
    void lose() {
        chunk.lose();
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

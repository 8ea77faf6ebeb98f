package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Cursor;
import java.util.Map;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;

/** A data record with a reference to its chunk, where its acknowledgement is recorded. */
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

    /** Returns a copy with another cursor. */
    ChunkRecord at(Cursor cursor) {
        RowRecords.TopicRecord record = new RowRecords.TopicRecord(topic(), keySchema(), key(), valueSchema(), value());
        return new ChunkRecord(sourcePartition(), cursor, record, headers(), chunk);
    }

    /** The record will never be in Kafka, although Connect continues. */
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

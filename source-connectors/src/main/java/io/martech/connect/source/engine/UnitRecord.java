package io.martech.connect.source.engine;

import java.util.Map;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;

/** A data record that knows its unit, so that its confirmation can be counted there. */
final class UnitRecord extends SourceRecord {

    private final transient Confirmations.InFlight unit;

    UnitRecord(
            Map<String, ?> sourcePartition,
            Position position,
            RowRecords.TopicRecord record,
            Headers headers,
            Confirmations.InFlight unit) {
        super(
                sourcePartition,
                position.toOffset(),
                record.topic(),
                null,
                record.keySchema(),
                record.key(),
                record.valueSchema(),
                record.value(),
                null,
                headers);
        this.unit = unit;
    }

    void confirm() {
        unit.confirmOne();
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

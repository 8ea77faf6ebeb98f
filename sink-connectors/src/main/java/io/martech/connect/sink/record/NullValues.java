package io.martech.connect.sink.record;

import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.operation.RecordRejectedException;
import org.apache.kafka.connect.sink.SinkRecord;

/** {@code behavior.on.null.values}, for destinations where a tombstone cannot delete anything. */
public enum NullValues {
    /** The record is skipped. */
    IGNORE,
    /** The record is rejected. */
    FAIL;

    /** @param word the configured value */
    public static NullValues of(String word) {
        return SinkKeys.FAIL.equals(word) ? FAIL : IGNORE;
    }

    /**
     * Whether the record has no value and is skipped for that reason.
     *
     * @throws RecordRejectedException if it has no value and is rejected for that reason
     */
    public boolean skip(SinkRecord record) {
        if (record.value() == null && this == FAIL) {
            throw rejection();
        }
        return record.value() == null;
    }

    public static RecordRejectedException rejection() {
        return new RecordRejectedException(
                SinkKeys.BEHAVIOR_ON_NULL_VALUES,
                "It has no value, and " + SinkKeys.BEHAVIOR_ON_NULL_VALUES + " is fail.");
    }
}

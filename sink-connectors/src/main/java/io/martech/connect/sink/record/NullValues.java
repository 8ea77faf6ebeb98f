package io.martech.connect.sink.record;

import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.operation.RecordRejectedException;
import org.apache.kafka.connect.sink.SinkRecord;

/** {@code behavior.on.null.values}, where such a record can delete nothing. */
public enum NullValues {
    /** It is skipped. */
    IGNORE,
    /** It is rejected. */
    FAIL;

    /** @param word as users write it */
    public static NullValues of(String word) {
        return SinkKeys.FAIL.equals(word) ? FAIL : IGNORE;
    }

    /**
     * Whether the record has no value and is skipped for it.
     *
     * @throws RecordRejectedException if it has none and is rejected for it
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

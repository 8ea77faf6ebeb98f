package io.martech.connect.sink.record;

import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Days in records that our own sources wrote and a converter transferred without a schema: Connect's JSON represents them
 * as numbers of days since 1970, which in any other record could mean anything.
 */
public final class OwnDays {

    /** The header that our sources add to each record. */
    private static final String READ_MODE_HEADER = "martech.read.mode";

    private static final long MOST_DAYS = 100_000;

    private OwnDays() {}

    /** A day, if the field holds such a number in a record of our own sources; otherwise the field unchanged. */
    public static SchemaAndValue read(SinkRecord record, SchemaAndValue field) {
        boolean isOwn = record.valueSchema() == null && record.headers().lastWithName(READ_MODE_HEADER) != null;
        return isOwn
                        && (field.value() instanceof Integer || field.value() instanceof Long)
                        && Math.abs(((Number) field.value()).doubleValue()) < MOST_DAYS
                ? new SchemaAndValue(null, EpochTime.day(((Number) field.value()).longValue()))
                : field;
    }
}

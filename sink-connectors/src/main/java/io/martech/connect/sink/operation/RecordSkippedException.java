package io.martech.connect.sink.operation;

import org.apache.kafka.connect.errors.DataException;

/**
 * Thrown by {@link Operation#map} for a record in which it finds nothing to send, though the configuration does not ask for that: none of
 * the configured fields is in it. The record is settled and counted; many in a row stop the task, for then the converter or the
 * configured fields are wrong.
 */
public final class RecordSkippedException extends DataException {

    /** @param reason what was not found, naming the configuration key, without personal data */
    public RecordSkippedException(String reason) {
        super(reason);
    }

    /** Thrown for every such record of a topic, so it costs no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

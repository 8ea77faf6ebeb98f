package io.martech.connect.sink.operation;

import org.apache.kafka.connect.errors.DataException;

/**
 * Thrown by {@link Operation#map} for a record that contains nothing to send although the configuration does not say to
 * skip it: it has none of the configured fields. The record is settled as skipped; many in a row stop the task, since the
 * converter or the configured fields are probably wrong.
 */
public final class RecordSkippedException extends DataException {

    /** @param reason what was not found, naming the configuration key, without personal data */
    public RecordSkippedException(String reason) {
        super(reason);
    }

    /** Thrown for every such record of a topic, so it has no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

package io.martech.connect.sink.engine;

import io.martech.connect.sink.operation.Coordinates;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Prevents a converter that does not unwrap an envelope, or a configured field that no record has, from draining a topic:
 * too many consecutive skipped records without a delivery are a failure. Thread-safe.
 */
final class SkippedRecords {

    private static final int LIMIT = 100;

    private final String converter;
    private final SinkMetrics metrics;
    private int inARow;

    /** @param converter the class name of the value converter, for the message */
    SkippedRecords(String converter, SinkMetrics metrics) {
        this.converter = converter;
        this.metrics = metrics;
    }

    /** @throws ConnectException if the limit is reached */
    synchronized void skipped(Coordinates coordinates, String reason) {
        metrics.countSkipped();
        inARow++;
        if (inARow >= LIMIT) {
            throw new ConnectException(inARow
                    + " records in a row were skipped and none was delivered between, the last one at " + coordinates
                    + ": " + reason
                    + " Check whether " + converter
                    + " reads these records (an envelope that no transformation opens hides all"
                    + " fields), and the configured fields. Nothing is committed of what follows; restart the task when it is"
                    + " corrected.");
        }
    }

    synchronized void delivered() {
        inARow = 0;
    }
}

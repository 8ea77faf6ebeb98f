package io.martech.connect.source.engine;

import java.time.LocalDateTime;

/** Makes the progress record of a unit. */
public interface ProgressRecords {

    /**
     * @param completeUpTo before which time every change is in Kafka, confirmed; null until backfill has ended
     */
    RowRecords.TopicRecord of(String resource, Unit unit, LocalDateTime completeUpTo);
}

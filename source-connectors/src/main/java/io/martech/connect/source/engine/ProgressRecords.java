package io.martech.connect.source.engine;

import java.time.LocalDateTime;

/** Makes the progress record of a chunk. */
public interface ProgressRecords {

    /**
     * @param completeUpTo before which time every change is in Kafka, confirmed; null until backfill has ended
     */
    RowRecords.TopicRecord of(String resource, Chunk chunk, LocalDateTime completeUpTo);
}

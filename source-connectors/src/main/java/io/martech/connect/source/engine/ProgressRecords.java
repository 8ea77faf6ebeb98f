package io.martech.connect.source.engine;

import io.martech.connect.schema.Progress;
import io.martech.connect.source.chunk.ChunkStats;
import java.time.LocalDateTime;

/** Makes the progress record of a chunk. */
public interface ProgressRecords {

    /**
     * @param rows how many rows the chunk holds
     * @param completeUpTo before which time every change is in Kafka, confirmed; null until backfill has ended
     */
    RowRecords.TopicRecord of(
            String resource, ChunkStats facts, int rows, LocalDateTime completeUpTo, Progress.Health health);
}

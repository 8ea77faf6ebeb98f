package io.martech.connect.source.engine;

import io.martech.connect.schema.Progress;
import io.martech.connect.source.chunk.ChunkStats;
import java.time.LocalDateTime;

/** Creates the progress record of a chunk. */
public interface ProgressRecords {

    /**
     * @param rows the number of rows in the chunk
     * @param completeUpTo the time before which every change is in Kafka and acknowledged; null until the backfill has
     *     ended
     */
    RowRecords.TopicRecord of(
            String resource, ChunkStats facts, int rows, LocalDateTime completeUpTo, Progress.Health health);
}

package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Chunk;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A chunk whose rows have been converted to records; its progress record is created when it is polled, since it reports
 * what is acknowledged by then.
 *
 * @param chunk the chunk without its rows
 * @param rows how many rows it had
 * @param bytes the estimated memory of its records
 */
record ReadChunk(ChunkRecords of, Chunk chunk, List<SourceRecord> data, int rows, long bytes) {}

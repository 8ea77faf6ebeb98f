package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Chunk;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A chunk whose rows have become records; only its progress record is still to be made, which says what is confirmed when it leaves.
 *
 * @param chunk without its rows
 * @param rows how many it had
 * @param bytes what its records take in memory, as an estimate
 */
record ReadChunk(ChunkRecords of, Chunk chunk, List<SourceRecord> data, int rows, long bytes) {}

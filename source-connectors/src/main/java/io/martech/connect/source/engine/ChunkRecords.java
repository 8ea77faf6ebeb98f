package io.martech.connect.source.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.MalformedRowSchema;
import io.martech.connect.schema.type.MalformedRowException;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.engine.RowRecords.TopicRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Converts the chunks of one resource to records. All carry the cursor that the chunk was read <em>from</em>; only the
 * last one carries the next cursor, so that a crash repeats a chunk and never skips one. The last one is the progress
 * record: a filter transformation cannot drop it, and an empty chunk advances the cursor too.
 */
final class ChunkRecords {

    private static final String READ_MODE_HEADER = "martech.read.mode";

    private final EngineSettings settings;
    private final Resource resource;
    private final AckTracker confirmations;
    private final ResourceHealth health;

    ChunkRecords(EngineSettings settings, Resource resource, AckTracker confirmations, ResourceHealth health) {
        this.settings = settings;
        this.resource = resource;
        this.confirmations = confirmations;
        this.health = health;
    }

    Resource resource() {
        return resource;
    }

    /**
     * The chunk with its rows converted to records.
     *
     * @throws ConnectException if a row cannot be converted and there is no topic for malformed rows
     */
    ReadChunk converted(Chunk chunk) {
        AckTracker.InFlight inFlight = confirmations.chunk(resource.reader().completeUpTo(chunk.next()));
        Map<String, String> partition = partition(chunk.slice());
        List<SourceRecord> data = new ArrayList<>(chunk.rows().size());
        long bytes = 0;
        for (Row row : chunk.rows()) {
            for (TopicRecord record : recordsOf(row)) {
                data.add(new ChunkRecord(partition, chunk.from(), record, headersOf(row.readMode()), inFlight));
            }
            bytes += MemoryBudget.sizeOf(row.content());
        }
        if (settings.progress() == null && !data.isEmpty()) {
            int last = data.size() - 1;
            data.set(last, ((ChunkRecord) data.get(last)).at(chunk.next()));
        }
        confirmations.add(inFlight, data.size());
        return new ReadChunk(this, chunk.with(List.of()), data, chunk.rows().size(), bytes);
    }

    /** All records of a chunk, in the order in which they are to be written. */
    List<SourceRecord> of(ReadChunk read) {
        if (settings.progress() == null) {
            return read.data();
        }
        Chunk chunk = read.chunk();
        List<SourceRecord> records = new ArrayList<>(read.data());
        records.add(storing(chunk.slice(), chunk.next(), chunk.facts(), read.rows()));
        return records;
    }

    /** An empty cursor deletes the offset: the slice is no longer needed. */
    private SourceRecord storing(Slice slice, Cursor cursor, ChunkStats facts, int rows) {
        TopicRecord record = settings.progress()
                .of(resource.name(), facts, rows, confirmations.completeUpTo(), health.forProgress());
        Cursor stored = slice == null ? confirmations.heldIn(cursor) : cursor;
        return new SourceRecord(
                partition(slice),
                stored.isStart() ? null : stored.toOffset(),
                record.topic(),
                null,
                record.keySchema(),
                record.key(),
                record.valueSchema(),
                record.value());
    }

    private Map<String, String> partition(Slice slice) {
        return SourcePartitions.of(settings.platform(), resource.name(), slice);
    }

    private List<TopicRecord> recordsOf(Row row) {
        boolean isDeleted = row.readMode() == Row.ReadMode.DELETE;
        try {
            return isDeleted
                    ? resource.records().ofDeleted(row.content())
                    : resource.records().of(row.content());
        } catch (RuntimeException malformed) {
            // A row without a usable key was never emitted with one, so there is nothing to delete.
            return isDeleted ? List.of() : List.of(malformed(row.content(), malformed));
        }
    }

    private TopicRecord malformed(JsonNode row, RuntimeException reason) {
        String words = reason instanceof MalformedRowException ? reason.getMessage() : reason.toString();
        if (settings.malformedTopic() == null) {
            throw new ConnectException(
                    resource.name() + ": a row cannot become a record (malformed.rows=fail). "
                            + (reason instanceof MalformedRowException
                                    ? words
                                    : reason.getClass().getName())
                            + " Nothing was skipped. With malformed.rows=topic such rows go to a topic of their own.",
                    reason);
        }
        health.malformedRow(words);
        return new TopicRecord(
                settings.malformedTopic(),
                MalformedRowSchema.keySchema(),
                MalformedRowSchema.key(settings.platform(), resource.name(), row),
                MalformedRowSchema.valueSchema(),
                MalformedRowSchema.value(settings.platform(), resource.name(), words, row));
    }

    private static Headers headersOf(Row.ReadMode mode) {
        return new ConnectHeaders().add(READ_MODE_HEADER, mode.text(), SchemaBuilder.STRING_SCHEMA);
    }
}

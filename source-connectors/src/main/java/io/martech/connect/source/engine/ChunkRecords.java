package io.martech.connect.source.engine;

import io.martech.connect.source.engine.RowRecords.TopicRecord;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Turns a chunk into records. All carry the cursor that the chunk was read <em>from</em>; only the last carries the next,
 * so that a crash repeats a chunk and never skips one. The last is the progress record: a filtering transformation cannot
 * swallow it, and an empty chunk moves the cursor too.
 */
final class ChunkRecords {

    private static final String READ_MODE_HEADER = "martech.read.mode";

    private final String platform;
    private final ProgressRecords progress;

    /**
     * @param progress null if progress records are switched off; then the last data record carries the next cursor
     */
    ChunkRecords(String platform, ProgressRecords progress) {
        this.platform = platform;
        this.progress = progress;
    }

    List<SourceRecord> of(ReadChunk read, AckTracker confirmations) {
        Chunk chunk = read.chunk();
        Resource resource = read.resource();
        Map<String, String> partition = SourcePartitions.of(platform, resource.name(), chunk.slice());
        List<DataRecord> data = new ArrayList<>();
        for (Row row : chunk.rows()) {
            for (TopicRecord record : recordsOf(row, resource.records())) {
                data.add(new DataRecord(record, row.readMode()));
            }
        }
        LocalDateTime completeAfter = resource.reader().completeUpTo(chunk.next());
        AckTracker.InFlight inFlight = confirmations.add(data.size(), completeAfter);
        List<SourceRecord> records = new ArrayList<>(data.size() + 1);
        for (int i = 0; i < data.size(); i++) {
            boolean isLast = progress == null && i == data.size() - 1;
            records.add(new ChunkRecord(
                    partition,
                    isLast ? chunk.next() : chunk.from(),
                    data.get(i).record,
                    headersOf(data.get(i).mode),
                    inFlight));
        }
        if (progress != null) {
            TopicRecord record = progress.of(resource.name(), chunk, confirmations.completeUpTo());
            records.add(storing(partition, chunk.next(), record));
        }
        return records;
    }

    /** An empty cursor takes the offset away: the slice is not needed any more. */
    private static SourceRecord storing(Map<String, String> partition, Cursor cursor, TopicRecord record) {
        return new SourceRecord(
                partition,
                cursor.isStart() ? null : cursor.toOffset(),
                record.topic(),
                null,
                record.keySchema(),
                record.key(),
                record.valueSchema(),
                record.value());
    }

    private static List<TopicRecord> recordsOf(Row row, RowRecords records) {
        return row.readMode() == Row.ReadMode.DELETE ? records.ofDeleted(row.content()) : records.of(row.content());
    }

    private static Headers headersOf(Row.ReadMode mode) {
        return new ConnectHeaders().add(READ_MODE_HEADER, mode.text(), SchemaBuilder.STRING_SCHEMA);
    }

    private record DataRecord(TopicRecord record, Row.ReadMode mode) {}
}

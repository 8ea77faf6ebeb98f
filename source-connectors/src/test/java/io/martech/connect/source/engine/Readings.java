package io.martech.connect.source.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.martech.connect.schema.Progress;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.chunk.Row;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.data.Schema;

/** Chunks, resources and readers as small as can be. */
final class Readings {

    static final String COMPLETE_UP_TO = "complete";

    private Readings() {}

    /** A cursor with a number in it. */
    static Cursor at(long number) {
        return Cursor.start().with("at", number);
    }

    /** A chunk of rows that are bare ids. */
    static Chunk chunk(Cursor from, Cursor next, long... ids) {
        List<Row> rows = Arrays.stream(ids).mapToObj(Readings::row).toList();
        return new Chunk(rows, from, next, facts());
    }

    static Row row(long id) {
        return new Row(JsonNodeFactory.instance.numberNode(id), Row.ReadMode.WINDOW);
    }

    static ChunkStats facts() {
        return new ChunkStats(Progress.Phase.WINDOWS, Progress.Pass.FIRST, null, null, null, null, 0, null, List.of());
    }

    /** A resource whose rows become a record each, of the topic of its name. */
    static Resource resource(String name, Reader reader) {
        return new Resource(
                name, "scope of " + name, reader, records(name), Duration.ofSeconds(10), new RequestCounter(null));
    }

    /** Rows that become a record each of every topic, in this order. */
    static RowRecords records(String... topics) {
        return new RecordsOfNumbers(List.of(topics));
    }

    /** Says as its value up to when the topic is complete. */
    static ProgressRecords progress() {
        return (resource, facts, rows, completeUpTo, health) -> new RowRecords.TopicRecord(
                "progress", Schema.STRING_SCHEMA, resource, Schema.OPTIONAL_STRING_SCHEMA, textOf(completeUpTo));
    }

    private static String textOf(LocalDateTime time) {
        return time == null ? null : PlatformTime.format(time);
    }

    static Reader reader(Function<Cursor, Optional<Chunk>> next) {
        return new Reader() {
            @Override
            public Optional<Chunk> next(Cursor cursor) {
                return next.apply(cursor);
            }

            @Override
            public LocalDateTime completeUpTo(Cursor cursor) {
                return cursor.time(COMPLETE_UP_TO);
            }
        };
    }

    /** Reads these chunks one after the other, then rests. */
    static Reader reading(Chunk... chunks) {
        return reader(cursor ->
                Arrays.stream(chunks).filter(chunk -> isNext(chunk, cursor)).findFirst());
    }

    /** The scope is not what these tests are about. */
    private static boolean isNext(Chunk chunk, Cursor cursor) {
        return chunk.from().with(Scope.KEY, null).equals(cursor.with(Scope.KEY, null));
    }

    private record RecordsOfNumbers(List<String> topics) implements RowRecords {

        @Override
        public List<TopicRecord> of(JsonNode row) {
            return recordsOf(row, Schema.STRING_SCHEMA, "row " + row.longValue());
        }

        @Override
        public List<TopicRecord> ofDeleted(JsonNode row) {
            return recordsOf(row, null, null);
        }

        private List<TopicRecord> recordsOf(JsonNode row, Schema valueSchema, Object value) {
            return topics.stream()
                    .map(topic -> new TopicRecord(topic, Schema.INT64_SCHEMA, row.longValue(), valueSchema, value))
                    .toList();
        }
    }
}

package io.martech.connect.source.engine;

import static io.martech.connect.source.engine.Readings.at;
import static io.martech.connect.source.engine.Readings.chunk;
import static io.martech.connect.source.engine.Readings.progress;
import static io.martech.connect.source.engine.Readings.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.TimeSource;
import io.martech.connect.schema.linkflow.LinkflowLists;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.chunk.Slice;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class ChunkRecordsTest {

    private final Reader reader = Readings.reading();
    private final Resource resource = Readings.resource("orders", reader);
    private static final Handling HANDLING = new Handling(
            Handling.Decimals.PRECISE, Handling.Timestamps.CONNECT, Handling.Props.JSON, ZoneOffset.ofHours(8));

    private final AckTracker confirmations = new AckTracker(null);

    @Test
    void everyRecordCarriesTheCursorReadFromAndOnlyTheLastTheNext() {
        List<SourceRecord> records = recordsOf(progress(), chunk(at(1), at(2), 11, 12, 13));

        assertThat(records).extracting(SourceRecord::topic).containsExactly("orders", "orders", "orders", "progress");
        assertThat(records)
                .extracting(SourceRecord::sourceOffset)
                .containsExactly(Map.of("at", 1L), Map.of("at", 1L), Map.of("at", 1L), Map.of("at", 2L));
    }

    @Test
    void dataAndProgressShareOneSourcePartition() {
        assertThat(recordsOf(progress(), chunk(at(1), at(2), 11)))
                .extracting(SourceRecord::sourcePartition)
                .containsOnly(Map.of("platform", "linkflow", "resource", "orders"));
    }

    @Test
    void aSliceHasASourcePartitionOfItsOwn() {
        Chunk chunk = chunk(at(1), at(2), 11);
        Chunk sliced =
                new Chunk(new Slice("day", "2026-03-01"), chunk.rows(), chunk.from(), chunk.next(), chunk.facts());

        assertThat(recordsOf(progress(), sliced))
                .extracting(SourceRecord::sourcePartition)
                .containsOnly(Map.of("platform", "linkflow", "resource", "orders", "day", "2026-03-01"));
    }

    @Test
    void withoutProgressRecordsTheLastDataRecordCarriesTheNextCursor() {
        assertThat(recordsOf(null, chunk(at(1), at(2), 11, 12)))
                .extracting(SourceRecord::sourceOffset)
                .containsExactly(Map.of("at", 1L), Map.of("at", 2L));
    }

    /** A row may become several records: only the very last of all may carry the next cursor. */
    @Test
    void ofARowThatBecomesSeveralRecordsOnlyTheVeryLastCarriesTheNextCursor() {
        Resource orders = new Resource(
                "orders", "scope", reader, records("orders", "order-lines"), Duration.ZERO, new RequestCounter(null));

        List<SourceRecord> records = written(EngineSettings.of("linkflow", null), orders, chunk(at(1), at(2), 11, 12));

        assertThat(records)
                .extracting(SourceRecord::topic)
                .containsExactly("orders", "order-lines", "orders", "order-lines");
        assertThat(records)
                .extracting(record -> (Object) record.sourceOffset().get("at"))
                .containsExactly(1L, 1L, 1L, 2L);
    }

    @Test
    void anEmptyChunkMovesTheCursorByItsProgressRecord() {
        assertThat(recordsOf(progress(), chunk(at(1), at(2))))
                .singleElement()
                .satisfies(record -> assertThat(record.sourceOffset()).isEqualTo(Map.of("at", 2L)));
        assertThat(recordsOf(null, chunk(at(1), at(2)))).isEmpty();
    }

    @Test
    void aHeaderTellsHowARowWasRead() {
        Row late = new Row(Readings.row(12).content(), Row.ReadMode.LOOK_BACK);
        Chunk chunk = new Chunk(List.of(Readings.row(11), late), at(1), at(2), Readings.facts());

        assertThat(recordsOf(progress(), chunk).subList(0, 2))
                .extracting(record ->
                        record.headers().lastWithName("martech.read.mode").value())
                .containsExactly("window", "look-back");
    }

    @Test
    void ofADeletedRowOnlyTheKeyIsTold() {
        RowRecords records = new SchemaRecords("groups", LinkflowLists.GROUP.in(HANDLING));
        Resource groups = new Resource("groups", "scope", reader, records, Duration.ZERO, new RequestCounter(null));
        Row deleted = new Row(JsonNodeFactory.instance.objectNode().put("id", 47), Row.ReadMode.DELETE);
        Chunk chunk = new Chunk(List.of(deleted), at(1), at(2), Readings.facts());

        SourceRecord tombstone = written(progress(), groups, chunk).get(0);

        assertThat(((Struct) tombstone.key()).getInt64("id")).isEqualTo(47);
        assertThat(tombstone.value()).isNull();
        assertThat(tombstone.valueSchema()).isNull();
        assertThat(tombstone.headers().lastWithName("martech.read.mode").value())
                .isEqualTo("delete");
    }

    @Test
    void aRowThatCannotBecomeARecordGoesToTheTopicOfMalformedRowsAsItCame() {
        Resource groups = new Resource(
                "groups",
                "scope",
                reader,
                new SchemaRecords("groups", LinkflowLists.GROUP.in(HANDLING)),
                Duration.ZERO,
                new RequestCounter(null));
        ObjectNode nameless = JsonNodeFactory.instance.objectNode().put("name", "no id");
        List<Row> rows = Stream.of(
                        JsonNodeFactory.instance.objectNode().put("id", 1),
                        nameless,
                        JsonNodeFactory.instance.nullNode(),
                        JsonNodeFactory.instance.objectNode().put("id", "x1"),
                        JsonNodeFactory.instance.arrayNode(),
                        JsonNodeFactory.instance.objectNode().put("id", 2))
                .map(row -> new Row(row, Row.ReadMode.LIST))
                .toList();

        List<SourceRecord> records =
                written(toTopic(progress()), groups, new Chunk(rows, at(1), at(2), Readings.facts()));

        assertThat(records)
                .extracting(SourceRecord::topic)
                .containsExactly(
                        "groups", "lf.malformed", "lf.malformed", "lf.malformed", "lf.malformed", "groups", "progress");
        Struct malformed = (Struct) records.get(1).value();
        assertThat(malformed.getString("resource")).isEqualTo("groups");
        assertThat(malformed.getString("row")).isEqualTo(nameless.toString());
        assertThat(malformed.getString("reason")).contains("\"id\"");
        assertThat(records.get(1).sourceOffset()).isEqualTo(Map.of("at", 1L));
        assertThat(confirmations.completeUpTo()).isNull();
    }

    /** Whatever goes wrong with a row is of that row alone. */
    @Test
    void anyFailureOfAConversionIsOfItsRow() {
        RowRecords failing = new RowRecords() {
            @Override
            public List<TopicRecord> of(JsonNode row) {
                throw new IllegalStateException("no such form");
            }

            @Override
            public List<TopicRecord> ofDeleted(JsonNode row) {
                throw new IllegalStateException("no such form");
            }
        };
        Resource orders = new Resource("orders", "scope", reader, failing, Duration.ZERO, new RequestCounter(null));
        Row deleted = new Row(Readings.row(12).content(), Row.ReadMode.DELETE);

        List<SourceRecord> records = written(
                toTopic(progress()),
                orders,
                new Chunk(List.of(Readings.row(11), deleted), at(1), at(2), Readings.facts()));

        assertThat(records).extracting(SourceRecord::topic).containsExactly("lf.malformed", "progress");
        assertThatThrownBy(() -> recordsOfFailing(orders))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("malformed.rows=fail");
    }

    private void recordsOfFailing(Resource orders) {
        written(progress(), orders, chunk(at(1), at(2), 11));
    }

    private static EngineSettings toTopic(ProgressRecords progress) {
        EngineSettings settings = EngineSettings.of("linkflow", progress);
        return new EngineSettings(
                "linkflow", progress, "lf.malformed", settings.retry(), false, false, settings.memory());
    }

    @Test
    void theTimestampIsLeftToTheProducer() {
        assertThat(recordsOf(progress(), chunk(at(1), at(2), 11)))
                .extracting(SourceRecord::timestamp)
                .containsOnlyNulls();
    }

    @Test
    void completeUpToIsToldOnlyOfChunksWhoseRecordsWereAllConfirmed() {
        Cursor one = at(1).with(Readings.COMPLETE_UP_TO, "2026-03-01 10:00:01");
        Cursor two = at(2).with(Readings.COMPLETE_UP_TO, "2026-03-01 10:00:02");
        Cursor three = at(3).with(Readings.COMPLETE_UP_TO, "2026-03-01 10:00:03");

        List<SourceRecord> first = written(progress(), resource, chunk(Cursor.start(), one, 11, 12));
        assertThat(completeUpTo(first)).isNull();
        ((ChunkRecord) first.get(0)).confirm();

        List<SourceRecord> second = written(progress(), resource, chunk(one, two, 21));
        assertThat(completeUpTo(second)).as("one record of two is confirmed").isNull();
        ((ChunkRecord) first.get(1)).confirm();

        List<SourceRecord> third = written(progress(), resource, chunk(two, three, 31));
        assertThat(completeUpTo(third)).isEqualTo("2026-03-01 10:00:01");
    }

    private static Object completeUpTo(List<SourceRecord> records) {
        return records.get(records.size() - 1).value();
    }

    private List<SourceRecord> recordsOf(ProgressRecords progress, Chunk chunk) {
        return written(progress, resource, chunk);
    }

    private List<SourceRecord> written(ProgressRecords progress, Resource read, Chunk chunk) {
        return written(EngineSettings.of("linkflow", progress), read, chunk);
    }

    private List<SourceRecord> written(EngineSettings settings, Resource read, Chunk chunk) {
        ChunkRecords records =
                new ChunkRecords(settings, read, confirmations, new ResourceHealth(read.name(), TimeSource.system()));
        return records.of(records.converted(chunk));
    }
}

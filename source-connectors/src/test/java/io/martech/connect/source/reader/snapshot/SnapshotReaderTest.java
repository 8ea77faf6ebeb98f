package io.martech.connect.source.reader.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.source.ManualTime;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.reader.emitted.KeyedHashes;
import io.martech.connect.source.reader.emitted.RowKeys;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of any length: only news is emitted, exactly once, whatever crashes; offsets stay small and do not pile up. */
class SnapshotReaderTest {

    private static final Slice WHOLE = null;

    private final ManualTime time = ManualTime.atTen();

    /** The platform: rows by the request that shows them, then by id. */
    private final Map<String, Map<Integer, String>> platform = new TreeMap<>();

    private final Map<Slice, Cursor> stored = new HashMap<>();
    private final Map<Integer, String> fold = new TreeMap<>();
    private boolean hasProgressRecords = true;
    private Cursor current = Cursor.start();
    private int emitted;
    private int tombstones;
    private int offsetsWritten;
    private Deletes deletes = Deletes.off();
    private SnapshotReader list = newList();

    @ParameterizedTest
    @ValueSource(ints = {10, 3_000, 5_000, 100_000})
    void oneChangeEmitsOneRecordAndWritesOneOffsetBesideTheLists(int rows) {
        insert("all", 0, rows);
        poll();
        assertThat(emitted).isEqualTo(rows);
        for (int i = 0; i < 5; i++) {
            list = newList();
            platform.get("all").put(i, "changed");
            offsetsWritten = 0;
            poll();
            assertThat(emitted).isEqualTo(rows + i + 1);
            assertThat(offsetsWritten).isLessThanOrEqualTo(2);
        }
        assertFoldEqualsPlatform();
    }

    @Test
    void aSmallListHasOneOffset() {
        insert("all", 0, 1_000);
        poll();
        assertThat(stored).containsOnlyKeys(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void whateverCrashesNothingIsRepeatedOrLostWhileTheListGrowsAndShrinks(int seed) {
        deletes = Deletes.on("list", new DeletionRule(100));
        list = newList();
        Random random = new Random(seed);
        insert("all", 0, 1 + random.nextInt(15_000));
        int changes = platform.get("all").size();
        for (int reading = 0; reading < 12; reading++) {
            pollUntilACrash(random.nextInt(80));
            int from = random.nextInt(30_000);
            int count = random.nextInt(reading % 4 == 0 ? 20_000 : 50);
            insert("all", from, count);
            changes += count;
            platform.get("all").keySet().removeIf(id -> id % 997 == from % 997);
        }
        poll();
        poll();
        poll();
        assertFoldEqualsPlatform();
        assertThat(emitted).as("each change once").isLessThanOrEqualTo(changes);
        assertThat(stored).hasSizeLessThanOrEqualTo(1 + 64);
    }

    @Test
    void theBucketsOfAShorterListAreForgotten() {
        insert("all", 0, 5_000);
        poll();
        int before = stored.size();
        insert("all", 5_000, 95_000);
        poll();
        assertThat(emitted).isEqualTo(100_000);
        assertThat(stored.keySet().stream().filter(Objects::nonNull))
                .allMatch(slice -> slice.value().endsWith("/128"));
        assertThat(stored).hasSizeGreaterThan(before).hasSize(1 + 128);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsGoneIsForgottenWhetherOrNotItIsEmittedAsDeleted(boolean areEmitted) {
        deletes = areEmitted ? Deletes.on("list", new DeletionRule(100)) : Deletes.off();
        list = newList();
        int longest = 0;
        for (int day = 0; day < 20; day++) {
            platform.put("all", new TreeMap<>());
            insert("all", day * 1_000, 1_000);
            poll();
            poll();
            if (day == 2) {
                longest = stored.get(WHOLE).toOffset().toString().length();
            }
        }
        assertThat(stored).containsOnlyKeys(WHOLE);
        assertThat(stored.get(WHOLE).toOffset().toString().length()).isLessThanOrEqualTo(longest + longest / 10);
        assertThat(tombstones).isEqualTo(areEmitted ? 19_000 : 0);
    }

    @Test
    void aListThatLagsDeletesNothingAndRepeatsNothing() {
        deletes = Deletes.on("list", new DeletionRule(100));
        list = newList();
        insert("all", 0, 100);
        poll();
        for (int i = 0; i < 10; i++) {
            String row = platform.get("all").remove(i);
            poll();
            platform.get("all").put(i, row);
            list = newList();
            poll();
        }
        assertThat(tombstones).isZero();
        assertThat(emitted).isEqualTo(100);
    }

    @Test
    void aRowThatMovesToAnotherRequestIsNotDeleted() {
        deletes = Deletes.on("list", new DeletionRule(100));
        list = newList();
        insert("one", 0, 10);
        insert("other", 10, 10);
        poll();
        platform.get("other").put(3, platform.get("one").remove(3));
        poll();
        poll();
        poll();
        assertThat(tombstones).isZero();
        assertThat(emitted).isEqualTo(20);
        platform.get("other").remove(3);
        poll();
        poll();
        assertThat(tombstones).isEqualTo(1);
    }

    @Test
    void aRequestWithoutAnAnswerDeletesNothing() {
        deletes = Deletes.on("list", new DeletionRule(100));
        list = newList();
        insert("one", 0, 10);
        insert("other", 10, 10);
        poll();
        Map<Integer, String> unanswered = platform.remove("other");
        poll();
        poll();
        poll();
        assertThat(tombstones).isZero();
        platform.put("other", unanswered);
        poll();
        assertThat(emitted).isEqualTo(20);
    }

    @Test
    void anIdThatComesAsATextOnceIsTheSameRow() {
        deletes = Deletes.on("list", new DeletionRule(100));
        list = newList();
        insert("all", 0, 10);
        poll();
        insert("texts", 0, 10);
        platform.remove("all");
        poll();
        poll();
        poll();
        assertThat(tombstones).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000})
    void offsetsThatAreTakenAwayMeanFromTheBeginning(int rows) {
        insert("all", 0, rows);
        poll();
        stored.clear();
        list = newList();
        poll();
        assertThat(emitted).isEqualTo(2 * rows);
    }

    /** Then a chunk without rows stores nothing. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000})
    void withoutProgressRecordsARestartRepeatsNothing(int rows) {
        hasProgressRecords = false;
        insert("all", 0, rows);
        poll();
        for (int i = 1; i <= 3; i++) {
            list = newList();
            platform.get("all").put(i, "changed");
            poll();
            assertThat(emitted).isEqualTo(rows + i);
        }
    }

    @Test
    void aListOfOtherRowsAtEveryReadingIsNotRememberedWithoutEnd() {
        deletes = Deletes.on("list", new DeletionRule(5));
        list = newList();
        for (int reading = 0; reading < 50; reading++) {
            platform.put("all", new TreeMap<>());
            insert("all", reading * 1_000, 1_000);
            poll();
        }
        assertThat(stored.values().stream()
                        .mapToLong(cursor -> KeyedHashes.from(cursor).all().size())
                        .sum())
                .isLessThanOrEqualTo(31_000);
        assertThat(tombstones).isZero();
    }

    private void assertFoldEqualsPlatform() {
        assertThat(fold.equals(platform.get("all")))
                .as("the fold equals the platform")
                .isTrue();
    }

    private void insert(String request, int from, int count) {
        Map<Integer, String> rows = platform.computeIfAbsent(request, key -> new TreeMap<>());
        for (int id = from; id < from + count; id++) {
            rows.put(id, "row " + id + " " + rows.getOrDefault(id, ""));
        }
    }

    private void poll() {
        pollUntilACrash(Integer.MAX_VALUE);
    }

    /** Stores what chunks lead to, as with exactly-once; after so many, the reader is another one. */
    private void pollUntilACrash(int chunks) {
        time.advance(Duration.ofSeconds(1));
        for (int i = 0; i < chunks; i++) {
            Optional<Chunk> next = list.next(current);
            if (next.isEmpty()) {
                return;
            }
            take(next.get());
        }
        list = newList();
    }

    private void take(Chunk chunk) {
        assertThat(chunk.rows()).hasSizeLessThanOrEqualTo(Chunk.MAXIMUM_ROWS);
        assertThat(chunk.next().toOffset().toString()).hasSizeLessThan(256 * 1024);
        if (hasProgressRecords) {
            assertThat(stored.getOrDefault(chunk.slice(), Cursor.start())).isEqualTo(chunk.from());
        }
        for (Row row : chunk.rows()) {
            int id = row.content().path("id").asInt();
            if (row.readMode() == Row.ReadMode.DELETE) {
                fold.remove(id);
                tombstones++;
            } else {
                fold.put(id, row.content().path("text").asText());
                emitted++;
            }
        }
        if (chunk.slice() == null) {
            current = chunk.next();
        }
        if (!hasProgressRecords && chunk.rows().isEmpty()) {
            return;
        }
        offsetsWritten++;
        if (chunk.next().isStart()) {
            stored.remove(chunk.slice());
        } else {
            stored.put(chunk.slice(), chunk.next());
        }
    }

    /** Begins with what is stored. */
    private SnapshotReader newList() {
        current = stored.getOrDefault(WHOLE, Cursor.start());
        return new SnapshotReader(
                new Feed(),
                new RowKeys(List.of("id")),
                slices -> {
                    Map<Slice, Cursor> cursors = new HashMap<>();
                    slices.forEach(slice -> cursors.put(slice, stored.getOrDefault(slice, Cursor.start())));
                    return cursors;
                },
                time,
                ZoneOffset.UTC,
                deletes);
    }

    private final class Feed implements ListFeed {

        @Override
        public List<Answer> answers() {
            List<Answer> answers = new ArrayList<>();
            platform.forEach((request, rows) -> {
                List<JsonNode> answer = new ArrayList<>();
                rows.forEach((id, text) -> {
                    ObjectNode row = JsonNodeFactory.instance.objectNode().put("text", text);
                    answer.add("texts".equals(request) ? row.put("id", String.valueOf(id)) : row.put("id", id));
                });
                answers.add(new Answer(platform.size() == 1 ? "" : request, answer));
            });
            return answers;
        }
    }
}

package io.martech.connect.source.reader.daily;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.reader.emitted.RowKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days are read once, the open one always, closed ones at a falling cadence; only news is emitted, restarts or not. */
class DailyReaderTest {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private final Map<LocalDate, Map<String, String>> platform = new TreeMap<>();
    private final List<LocalDate> asked = new ArrayList<>();
    private final List<LocalDate> askedInParts = new ArrayList<>();
    private final List<LocalDate> toldOfCutOff = new ArrayList<>();
    private int largestAnswer = Integer.MAX_VALUE;
    private final Map<Slice, Cursor> stored = new HashMap<>();
    private final List<String> emitted = new ArrayList<>();
    private Cursor whole = Cursor.start();
    private LocalDateTime now = LocalDateTime.parse("2026-03-01T10:00:00");
    private DailyReader days = newDays();

    @Test
    void readsEveryDayOnceAndTheOpenDayAtEveryPoll() {
        put("2026-02-27", "a", "1");
        put("2026-03-01", "b", "1");
        poll();
        assertThat(emitted).containsExactly("a=1", "b=1");
        asked.clear();
        put("2026-03-01", "c", "1");
        poll();
        assertThat(asked).containsExactly(LocalDate.parse("2026-03-01"));
        assertThat(emitted).containsExactly("a=1", "b=1", "c=1");
    }

    @Test
    void anEditedRowIsEmittedAgainAndAnUnchangedOneIsNot() {
        put("2026-03-01", "a", "1");
        put("2026-03-01", "b", "1");
        poll();
        put("2026-03-01", "a", "2");
        poll();
        assertThat(emitted).containsExactly("a=1", "b=1", "a=2");
    }

    @Test
    void aRestartEmitsNothingTwice() {
        put("2026-02-20", "a", "1");
        put("2026-03-01", "b", "1");
        poll();
        days = newDays();
        poll();
        assertThat(emitted).containsExactly("a=1", "b=1");
    }

    @Test
    void aDayStaysOpenUntilHalfAnHourAfterItsEnd() {
        put("2026-03-01", "a", "1");
        now = LocalDateTime.parse("2026-03-01T23:59:59");
        poll();
        now = LocalDateTime.parse("2026-03-02T00:20:00");
        put("2026-03-01", "late", "1");
        poll();
        now = LocalDateTime.parse("2026-03-02T00:31:00");
        put("2026-03-01", "later", "1");
        poll();
        asked.clear();
        now = LocalDateTime.parse("2026-03-02T01:00:00");
        poll();
        assertThat(emitted).containsExactly("a=1", "late=1", "later=1");
        assertThat(asked).as("asked once the day is closed").containsExactly(LocalDate.parse("2026-03-02"));
    }

    @Test
    void closedDaysAreReadAgainAtAFallingCadence() {
        put("2026-01-01", "old", "1");
        put("2026-02-20", "recent", "1");
        poll();
        now = now.plusHours(7);
        put("2026-01-01", "old", "2");
        put("2026-02-20", "recent", "2");
        poll();
        assertThat(emitted).as("after seven hours").containsExactly("old=1", "recent=1", "recent=2");
        now = now.plusDays(7);
        poll();
        assertThat(emitted).as("after a week").endsWith("old=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-02-28"})
    void oneChangeInALongDayIsOneRecordHoweverOldTheDayIs(String day) {
        putMany(day, 25_000);
        poll();
        assertThat(emitted).hasSize(25_000);
        for (int i = 0; i < 3; i++) {
            days = newDays();
            now = now.plusDays(8);
            put(day, day + "/" + i, "changed");
            poll();
        }
        assertThat(emitted).hasSize(25_003).endsWith(day + "/0=changed", day + "/1=changed", day + "/2=changed");
        assertThat(stored.values())
                .allSatisfy(cursor -> assertThat(cursor.toOffset().toString()).hasSizeLessThan(256 * 1024));
    }

    @Test
    void aDayThatFailsIsReadAgainAndNothingAfterItIsSkipped() {
        put("2026-02-28", "a", "1");
        put("2026-03-01", "b", "1");
        whole = days.next(whole).orElseThrow().next();
        platform.put(LocalDate.parse("2026-02-28"), null);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> days.next(whole))
                .isInstanceOf(NullPointerException.class);
        platform.put(LocalDate.parse("2026-02-28"), new TreeMap<>(Map.of("a", "1")));
        poll();
        assertThat(emitted).containsExactly("a=1", "b=1");
    }

    @Test
    void theFirstDayIsAskedForAgainEveryDayAndMayMoveBackButNeverForward() {
        put("2026-02-20", "a", "1");
        poll();
        put("2026-01-05", "older", "1");
        poll();
        assertThat(emitted).as("asked for once a day only").containsExactly("a=1");
        now = now.plusDays(1);
        poll();
        assertThat(emitted).containsExactly("a=1", "older=1");
        platform.remove(LocalDate.parse("2026-01-05"));
        put("2026-01-06", "b", "1");
        days = newDays();
        now = now.plusDays(8);
        poll();
        assertThat(whole.text("first_day")).isEqualTo("2026-01-05");
        assertThat(emitted).containsExactly("a=1", "older=1", "b=1");
    }

    @Test
    void aFirstDayThatIsStillToComeIsNoError() {
        put("2026-03-05", "a", "1");
        poll();
        assertThat(asked).isEmpty();
        now = now.plusDays(4);
        poll();
        assertThat(emitted).containsExactly("a=1");
    }

    @Test
    void aDayThatRestsAtARoundCountIsNotTakenForCutOff() {
        putMany("2026-03-01", 150);
        for (int poll = 0; poll < 3; poll++) {
            poll();
        }
        assertThat(toldOfCutOff).isEmpty();
        assertThat(emitted).hasSize(150);
    }

    @Test
    void daysThatAreCutOffAreAskedForInPartsAtOnceAlsoTheFirstOfThem() {
        largestAnswer = 100;
        putMany("2026-02-27", 140);
        putMany("2026-02-28", 140);
        poll();
        poll();
        assertThat(emitted).doesNotHaveDuplicates().hasSize(280);
        assertThat(toldOfCutOff)
                .containsExactlyInAnyOrder(LocalDate.parse("2026-02-27"), LocalDate.parse("2026-02-28"));
    }

    @Test
    void whichDaysAreCutOffIsKnownAcrossRestarts() {
        largestAnswer = 100;
        putMany("2026-02-26", 140);
        now = LocalDateTime.parse("2026-02-27T23:00:00");
        poll();
        days = newDays();
        now = now.plusDays(1);
        putMany("2026-02-27", 140);
        poll();
        poll();
        assertThat(emitted)
                .as("the day before the restart, too")
                .doesNotHaveDuplicates()
                .hasSize(280);
        int told = toldOfCutOff.size();
        days = newDays();
        now = now.plusHours(7);
        askedInParts.clear();
        poll();
        assertThat(emitted).doesNotHaveDuplicates().hasSize(280);
        assertThat(askedInParts).contains(LocalDate.parse("2026-02-26"), LocalDate.parse("2026-02-27"));
        assertThat(toldOfCutOff).as("told once a day").hasSize(told);
    }

    /** A wrong clock, or a person, has set it. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01 10:00:01", "2026-03-02 12:00:00", "2027-03-01 10:00:00"})
    void aStoredReadingThatLiesAheadWasNone(String readAt) {
        put("2026-02-20", "recent", "1");
        put("2026-03-01", "open", "1");
        poll();
        stored.replaceAll((day, cursor) -> cursor.with("read_at", readAt));
        put("2026-02-20", "recent", "2");
        put("2026-03-01", "open", "2");
        days = newDays();
        poll();
        assertThat(emitted).containsExactly("recent=1", "open=1", "recent=2", "open=2");
        asked.clear();
        poll();
        assertThat(asked).as("and then as ever").containsExactly(LocalDate.parse("2026-03-01"));
    }

    @Test
    void aClockThatWentBackDoesNotHideAnEarlierFirstDay() {
        put("2026-02-20", "a", "1");
        now = now.plusHours(23);
        poll();
        now = now.minusHours(23);
        put("2026-01-05", "older", "1");
        poll();
        assertThat(emitted).containsExactly("a=1", "older=1");
    }

    private void putMany(String day, int rows) {
        for (int row = 0; row < rows; row++) {
            put(day, day + "/" + row, "1");
        }
    }

    private void put(String day, String id, String content) {
        platform.computeIfAbsent(LocalDate.parse(day), key -> new TreeMap<>()).put(id, content);
    }

    private void poll() {
        for (Optional<Chunk> chunk = days.next(whole); chunk.isPresent(); chunk = days.next(whole)) {
            chunk.get()
                    .rows()
                    .forEach(row -> emitted.add(row.content().path("id").asText() + "="
                            + row.content().path("content").asText()));
            if (chunk.get().slice() == null) {
                whole = chunk.get().next();
            } else {
                stored.put(chunk.get().slice(), chunk.get().next());
            }
        }
    }

    private DailyReader newDays() {
        return new DailyReader(
                new Feed(),
                new RowKeys(List.of("id")),
                slices -> slices.stream()
                        .collect(Collectors.toMap(slice -> slice, slice -> stored.getOrDefault(slice, Cursor.start()))),
                this::instant,
                ZONE);
    }

    private Instant instant() {
        return now.toInstant(ZONE);
    }

    private final class Feed implements DayFeed {

        @Override
        public List<JsonNode> rows(LocalDate day) {
            asked.add(day);
            List<JsonNode> all = all(day);
            return all.subList(0, Math.min(all.size(), largestAnswer));
        }

        @Override
        public boolean hasParts() {
            return true;
        }

        @Override
        public List<JsonNode> rowsInParts(LocalDate day) {
            askedInParts.add(day);
            return all(day);
        }

        @Override
        public void warnCutOff(LocalDate day, int rows) {
            toldOfCutOff.add(day);
        }

        private List<JsonNode> all(LocalDate day) {
            List<JsonNode> rows = new ArrayList<>();
            platform.getOrDefault(day, Map.of()).forEach((id, content) -> {
                ObjectNode row = JsonNodeFactory.instance.objectNode();
                rows.add(row.put("id", id).put("content", content));
            });
            return rows;
        }

        @Override
        public LocalDate firstDay() {
            return platform.keySet().iterator().next();
        }

        @Override
        public JsonNode fingerprinted(JsonNode row) {
            return row;
        }
    }
}

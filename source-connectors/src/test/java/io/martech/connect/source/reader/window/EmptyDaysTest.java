package io.martech.connect.source.reader.window;

import static io.martech.connect.source.reader.Cursors.idsOf;
import static io.martech.connect.source.reader.Cursors.last;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.ManualTime;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.reader.Cursors;
import io.martech.connect.source.reader.FakeFeed;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.emitted.VersionGuard;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories that begin in 2000 and are read by whole days. The present is 2026-03-01. */
class EmptyDaysTest {

    private static final LocalDateTime BEGINNING = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final LocalDateTime TODAY = LocalDateTime.of(2026, 3, 1, 0, 0);

    private final ManualTime time = ManualTime.atTen();
    private final FakeFeed feed = new FakeFeed().pagesOf(100).whoseIdPagesDoNotShowEveryRow();
    private final List<Chunk> chunks = new ArrayList<>();
    private DayWindows windows = newReader();
    private Cursor cursor = Cursors.readUpTo(BEGINNING);

    @Test
    void anEmptyAccountCostsAHandfulOfRequests() {
        read();
        assertThat(feed.requests()).isLessThan(60);
        assertThat(cursor.time("trailing_up_to"))
                .isEqualTo(TODAY.plusHours(9).plusMinutes(58).plusSeconds(55));
    }

    @Test
    void aRowOfLastWeekIsFoundAfterTwentySixEmptyYears() {
        feed.put(1, TODAY.minusDays(7).plusHours(3));
        read();
        assertThat(idsOf(chunks)).containsExactly(1L);
        assertThat(feed.requests()).isLessThan(100);
    }

    @Test
    void oneRowIn2010AndTheNextIn2024() {
        feed.put(1, LocalDateTime.of(2010, 7, 4, 23, 59, 59)).put(2, LocalDateTime.of(2024, 2, 29, 0, 0, 0));
        read();
        assertThat(idsOf(chunks)).containsExactly(1L, 2L);
        assertThat(feed.requests()).isLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 1_000, 4_095, 4_096, 4_097, 9_555})
    void aStretchOfAnyLengthEndsAtItsRow(int days) {
        feed.put(1, BEGINNING.plusDays(days))
                .put(2, BEGINNING.plusDays(days + 1).minusSeconds(1));
        read();
        assertThat(idsOf(chunks)).containsExactly(1L, 2L);
        assertThat(feed.requests()).isLessThan(100);
    }

    @Test
    void rowsEverySecondDayCostNoMoreThanOneRequestEachOverDayByDay() {
        LocalDateTime start = TODAY.minusDays(400);
        cursor = Cursors.readUpTo(start);
        for (int day = 1; day < 400; day += 2) {
            feed.put(day, start.plusDays(day).plusHours(12));
        }
        read();
        assertThat(idsOf(chunks)).hasSize(200).isSorted().doesNotHaveDuplicates();
        assertThat(feed.requests()).isLessThan(200 + 200 * 3 + 200 + 20);
    }

    @Test
    void aDenseDayAfterAnEmptyStretchIsReadAsADayAgain() {
        LocalDateTime day = LocalDateTime.of(2015, 5, 5, 0, 0);
        for (int id = 1; id <= 250; id++) {
            feed.put(id, day.plusMinutes(id));
        }
        feed.put(251, day.plusDays(1));
        read();
        assertThat(idsOf(chunks)).hasSize(251).doesNotHaveDuplicates();
        assertThat(feed.questions()).contains("2015-05-05-2015-05-06 page 3", "2015-05-06-2015-05-07 page 1");
        assertThat(feed.questions().stream()
                        .filter(question -> question.contains(" page ") && !question.endsWith("page 1")))
                .as("nothing is paged but days")
                .allMatch(question -> daysIn(question) == 1 || question.contains("2026-03-01-2026-03-02"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30, 31, 92, 365, 366})
    void aPlatformThatRefusesLongWindowsIsReadByShorterOnes(int days) {
        feed.refusingWindowsOfMoreThan(Duration.ofDays(days))
                .put(1, LocalDateTime.of(2010, 7, 4, 12, 0))
                .put(2, LocalDateTime.of(2024, 2, 29, 12, 0));
        read();
        assertThat(idsOf(chunks)).containsExactly(1L, 2L);
        assertThat(feed.requests()).isLessThan(200 + 2 * 9_600 / days);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 31, 365})
    void aPlatformThatAnswersNothingToLongWindowsIsReadByShorterOnes(int days) {
        feed.answeringNothingToWindowsOfMoreThan(Duration.ofDays(days))
                .put(1, LocalDateTime.of(2010, 7, 4, 12, 0))
                .put(2, TODAY.plusHours(9));
        read();
        assertThat(idsOf(chunks)).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whereverItIsStoppedEveryRowComesOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        TreeSet<LocalDate> days = new TreeSet<>();
        LocalDate day = BEGINNING.toLocalDate();
        for (int stretch = 0; stretch < 12; stretch++) {
            day = day.plusDays(1L << random.nextInt(10)).plusDays(random.nextInt(3));
            days.add(day);
        }
        long id = 1;
        for (LocalDate each : days) {
            feed.put(id++, each.atTime(random.nextInt(24), 0));
        }
        while (cursor.time("trailing_up_to").isBefore(TODAY)) {
            readOne();
            windows = newReader();
            if (random.nextInt(4) == 0) {
                // What was read but not stored is read again.
                windows.next(cursor);
                windows = newReader();
            }
        }
        assertThat(idsOf(chunks)).hasSize(days.size()).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aNodeThatAnswersNothingOnceSkipsNoMonths(int request) {
        LocalDateTime noon = LocalDateTime.of(2010, 7, 4, 12, 0);
        feed.put(1, noon).put(2, TODAY.plusHours(9));
        feed.beforeRequest(request, () -> feed.delete(1));
        feed.beforeRequest(request + 1, () -> feed.put(1, noon));
        read();
        assertThat(idsOf(chunks)).containsExactly(1L, 2L);
    }

    /** It comes again today. */
    @Test
    void aRowThatLeavesWhileItIsSoughtTakesNoOtherWithIt() {
        feed.put(1, LocalDateTime.of(2010, 7, 4, 12, 0))
                .put(2, LocalDateTime.of(2010, 7, 9, 12, 0))
                .put(3, LocalDateTime.of(2019, 1, 1, 12, 0));
        for (int number = 20; number < 30; number++) {
            feed.beforeRequest(number, () -> feed.put(1, TODAY.plusHours(9)));
        }
        read();
        assertThat(idsOf(chunks)).containsExactly(2L, 3L, 1L);
    }

    private static long daysIn(String question) {
        LocalDate start = LocalDate.parse(question.substring(0, 10));
        return start.until(LocalDate.parse(question.substring(11, 21))).getDays();
    }

    private DayWindows newReader() {
        WindowSettings settings = Cursors.settings(100);
        return new DayWindows(
                feed,
                settings,
                time,
                new LateArrivalProbe(feed, settings, time, time),
                Cursors.oneChain(feed),
                new VersionGuard());
    }

    private void read() {
        while (readOne()) {
            // The next one.
        }
    }

    private boolean readOne() {
        Optional<Chunk> chunk = windows.next(cursor);
        chunk.ifPresent(read -> {
            chunks.add(read);
            cursor = Cursor.fromOffset(last(List.of(read)).toOffset());
        });
        return chunk.isPresent();
    }
}

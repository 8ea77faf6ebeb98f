package io.martech.connect.source.reader.window;

import static io.martech.connect.source.reader.Cursors.idsOf;
import static io.martech.connect.source.reader.Cursors.last;
import static io.martech.connect.source.reader.Cursors.readAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.PlatformException;
import io.martech.connect.schema.Progress;
import io.martech.connect.source.ManualTime;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.reader.Cursors;
import io.martech.connect.source.reader.FakeFeed;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.emitted.VersionGuard;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayWindowsTest {

    private static final LocalDateTime TODAY = LocalDateTime.of(2026, 3, 1, 0, 0);
    private static final LocalDateTime TOMORROW = TODAY.plusDays(1);

    private final TimeZone zoneBefore = TimeZone.getDefault();
    private final ManualTime time = ManualTime.atTen();
    private final FakeFeed feed = new FakeFeed().pagesOf(100);
    private DayWindows windows;
    private Cursor cursor = Cursors.readUpTo(TODAY.plusHours(9));

    /** Eighteen hours away from the platform. */
    @BeforeEach
    void beInHonolulu() {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Honolulu"));
        windows = newReader();
    }

    @AfterEach
    void comeHome() {
        TimeZone.setDefault(zoneBefore);
    }

    @Test
    void daysAreThoseOfThePlatform() {
        readOn();
        assertThat(feed.questions()).contains("2026-03-01-2026-03-02 page 1");
        advanceTo(TOMORROW.plusMinutes(30));
        readOn();
        assertThat(feed.questions()).contains("2026-03-02-2026-03-03 page 1");
    }

    @Test
    void todayIsReadAgainInEveryCycleAndOnlyNewsIsEmitted() {
        feed.put(1, TODAY.plusHours(9).plusMinutes(30));
        assertThat(idsOf(readOn())).containsExactly(1L);
        assertThat(idsOf(readOn())).isEmpty();
        feed.put(2, TODAY.plusHours(9).plusMinutes(45))
                .put(1, TODAY.plusHours(9).plusMinutes(50));
        assertThat(idsOf(readOn())).containsExactly(1L, 2L);
        assertThat(cursor.text("read_up_to")).isEqualTo("2026-03-01 09:59:55");
        assertThat(cursor.text("trailing_up_to")).isEqualTo("2026-03-01 09:58:55");
    }

    @Test
    void whatWasEmittedTodayIsRememberedAcrossARestart() {
        feed.putRows(5, TODAY.plusHours(9).plusMinutes(30));
        readOn();
        windows = newReader();
        assertThat(idsOf(readOn())).isEmpty();
    }

    @Test
    void whatWasReadByIdIsNotSaidAgain() {
        cursor = cursor.with("highest_id", 2L);
        feed.put(1, TODAY.plusHours(8)).put(2, TODAY.plusHours(9));
        assertThat(idsOf(readOn())).containsExactly(2L);
    }

    /** As the README shows it. */
    @Test
    void aCursorSetByHandLooksBackToo() {
        cursor = Cursor.start().with("phase", "windows").with("read_up_to", TODAY.plusHours(9));
        readOn();
        feed.put(1, TODAY.plusHours(10).minusSeconds(10));
        time.advance(Duration.ofSeconds(10));
        assertThat(idsOf(readOn())).containsExactly(1L);
        feed.put(2, TODAY.plusHours(10).minusSeconds(20))
                .put(3, TODAY.plusHours(9).minusSeconds(1));
        time.advance(Duration.ofSeconds(10));
        assertThat(idsOf(readOn()))
                .as("what lies before the position is not wanted")
                .containsExactly(2L);
    }

    @Test
    void aDayThatIsStillToComeWasNotRead() {
        cursor = Cursors.readUpTo(TOMORROW.plusHours(1));
        assertThat(idsOf(readOn())).isEmpty();
        assertThat(cursor.time("read_up_to")).isBefore(TOMORROW);
        feed.put(1, TOMORROW.plusHours(1));
        advanceTo(TOMORROW.plusHours(2));
        assertThat(idsOf(readOn())).containsExactly(1L);
    }

    /** Its last seconds may become visible after midnight. */
    @Test
    void yesterdayStaysOpenUntilItIsOldEnoughForBothPasses() {
        readOn();
        advanceTo(TOMORROW.plusSeconds(64));
        feed.put(1, TOMORROW.minusSeconds(1));
        assertThat(idsOf(readOn())).containsExactly(1L);
        assertThat(feed.questions()).contains("2026-03-01-2026-03-03 page 1");
        feed.put(2, TOMORROW.minusSeconds(1));
        advanceTo(TOMORROW.plusSeconds(65));
        assertThat(idsOf(readOn())).containsExactly(2L);
        assertThat(cursor.text("trailing_up_to")).isEqualTo("2026-03-02 00:00:00");
    }

    @Test
    void closedDaysAreReadOneByOne() {
        cursor = Cursors.readUpTo(TODAY.minusDays(3));
        feed.put(1, TODAY.minusDays(3))
                .put(2, TODAY.minusDays(2))
                .put(3, TODAY.minusSeconds(1))
                .put(4, TODAY);
        assertThat(idsOf(readOn())).containsExactly(1L, 2L, 3L, 4L);
        assertThat(feed.questions())
                .contains(
                        "2026-02-26-2026-02-27 page 1",
                        "2026-02-27-2026-02-28 page 1",
                        "2026-02-28-2026-03-01 page 1",
                        "2026-03-01-2026-03-02 page 1");
    }

    @Test
    void aClosedDayOfSeveralPagesIsScanned() {
        cursor = Cursors.readUpTo(TODAY.minusDays(1));
        feed.pagesOf(10).idPagesOf(50).putRows(35, TODAY.minusHours(5));
        List<Chunk> chunks = readOn();
        assertThat(idsOf(chunks)).hasSize(35).doesNotHaveDuplicates();
        assertThat(chunks).extracting(chunk -> chunk.facts().pass()).contains(Progress.Pass.SCAN);
    }

    /** In a stable order two readings agree, though rows leave meanwhile. */
    @Test
    void aClosedDayOfSeveralPagesThatTheIdCursorDoesNotShowIsReadTwice() {
        cursor = Cursors.readUpTo(TODAY.minusDays(1));
        feed.pagesOf(10).whoseIdPagesDoNotShowEveryRow().putRows(35, TODAY.minusHours(5));
        for (int number = 5; number < 20; number += 5) {
            long id = number;
            feed.beforeRequest(number, () -> feed.put(id, TODAY.plusHours(9)));
        }
        assertThat(idsOf(readOn())).hasSize(35).doesNotHaveDuplicates();
        assertThat(feed.questions().stream().filter("2026-02-28-2026-03-01 page 4"::equals))
                .as("each time from the last page to the first")
                .hasSizeGreaterThanOrEqualTo(4);
    }

    /** A platform may take the end of a day for another day, so that rows come in while it is read. */
    @Test
    void whatIsNewTodayIsNoReasonToDoubtAReadingOfYesterday() {
        cursor = Cursors.readUpTo(TODAY.minusDays(1));
        feed.pagesOf(10)
                .whoseIdPagesDoNotShowEveryRow()
                .reachingBeyondItsWindowsBy(86_400)
                .putRows(35, TODAY.minusHours(5));
        for (int number = 5; number < 200; number++) {
            long id = 1_000L + number;
            feed.beforeRequest(number, () -> feed.put(id, TODAY.plusHours(9)));
        }
        assertThat(idsOf(readOn())).contains(1L, 35L).doesNotHaveDuplicates();
        assertThat(cursor.text("trailing_up_to")).isEqualTo("2026-03-01 00:00:00");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aClosedDayOfWhichNoTwoReadingsAgreeStopsReadingBeforeIt(long seed) {
        cursor = Cursors.readUpTo(TODAY.minusDays(1));
        feed.pagesOf(10)
                .whoseIdPagesDoNotShowEveryRow()
                .orderedAnewInEveryRequest(seed)
                .putRows(35, TODAY.minusHours(5));
        assertThatThrownBy(this::readOn)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("2026-02-28T00:00 to 2026-03-01T00:00")
                .hasMessageContaining("nothing was skipped")
                .hasMessageContaining("Restart the task")
                .hasMessageContaining("read named contacts only");
        feed.ordered(FakeFeed.NEWEST_FIRST);
        assertThat(idsOf(readOn())).hasSize(35).doesNotHaveDuplicates();
    }

    @Test
    void anOpenDayOfSeveralPagesIsEmittedButNotTakenForComplete() {
        feed.pagesOf(10).putRows(35, TODAY.plusHours(9).plusMinutes(30));
        assertThat(idsOf(readOn())).hasSize(35);
        assertThat(cursor.text("read_up_to")).isEqualTo("2026-03-01 09:00:00");
        assertThat(windows.completeUpTo(cursor)).isEqualTo(TODAY.plusHours(9));
        advanceTo(TOMORROW.plusHours(1));
        assertThat(idsOf(readOn())).as("the scan at its end says nothing twice").isEmpty();
        assertThat(cursor.text("trailing_up_to")).isEqualTo("2026-03-02 00:58:55");
    }

    @Test
    void aDayTooLargeToReadWhileItIsOpenWaitsUntilItIsOver() {
        windows = newReader(3);
        feed.pagesOf(10).idPagesOf(50).putRows(35, TODAY.plusHours(9).plusMinutes(30));
        assertThat(readOn()).isEmpty();
        advanceTo(TOMORROW.plusHours(1));
        assertThat(idsOf(readOn())).hasSize(35);
    }

    private void advanceTo(LocalDateTime moment) {
        time.advance(Duration.between(LocalDateTime.ofInstant(time.now(), ManualTime.ZONE), moment));
    }

    private DayWindows newReader() {
        return newReader(11);
    }

    private DayWindows newReader(int maximumPages) {
        WindowSettings settings = Cursors.settings(maximumPages);
        return new DayWindows(
                feed,
                settings,
                time,
                new LateArrivalProbe(feed, settings, time, time),
                Cursors.oneChain(feed),
                new VersionGuard());
    }

    private List<Chunk> readOn() {
        List<Chunk> chunks = readAll(cursor, windows::next);
        cursor = chunks.isEmpty() ? cursor : last(chunks);
        return chunks;
    }
}

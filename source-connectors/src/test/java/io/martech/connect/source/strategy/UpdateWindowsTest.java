package io.martech.connect.source.strategy;

import static io.martech.connect.source.strategy.Positions.idsOf;
import static io.martech.connect.source.strategy.Positions.last;
import static io.martech.connect.source.strategy.Positions.readAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.PlatformException;
import io.martech.connect.schema.Progress;
import io.martech.connect.source.ManualTime;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Unit;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateWindowsTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 1, 10, 0);

    private final ManualTime time = ManualTime.atTen();
    private final FakeFeed feed = new FakeFeed().pagesOf(10);
    private final UpdateWindows windows = newReader();
    private Position position = Positions.readUpTo(TEN.minusSeconds(65));

    @Test
    void theFirstPassReadsWhatHasSettledAndTheTrailingPassItsOwnPart() {
        feed.put(1, TEN.minusSeconds(6)).put(2, TEN.minusSeconds(5));
        assertThat(idsOf(readOn())).as("five seconds have settled").containsExactly(1L);
        assertThat(position.text("read_up_to")).isEqualTo("2026-03-01 09:59:55");
        assertThat(position.text("trailing_up_to")).isEqualTo("2026-03-01 09:58:55");
        assertThat(windows.completeUpTo(position)).isEqualTo(TEN.minusSeconds(65));
    }

    @Test
    void aWindowCoversWholeSecondsOnly() {
        time.advance(Duration.ofMillis(700));
        readOn();
        assertThat(position.text("read_up_to")).isEqualTo("2026-03-01 09:59:55");
        assertThat(feed.questions()).contains("09:58:55-09:59:55 page 1");
    }

    /** Nobody documents whether the bounds are inclusive, so the second after the window must have settled too. */
    @Test
    void whereAQueryReachesASecondFurtherThatSecondMustHaveSettledToo() {
        feed.reachingBeyondItsWindowsBy(1);
        readOn();
        assertThat(position.text("read_up_to")).isEqualTo("2026-03-01 09:59:54");
    }

    @Test
    void aRowThatBecomesVisibleLateIsEmittedByTheTrailingPassOnce() {
        feed.put(1, TEN.minusSeconds(10));
        assertThat(idsOf(readOn())).containsExactly(1L);
        feed.put(2, TEN.minusSeconds(10));
        time.advance(Duration.ofSeconds(70));
        List<Unit> units = readOn();
        assertThat(idsOf(units)).containsExactly(2L);
        assertThat(units.stream().flatMap(unit -> unit.rows().stream()))
                .extracting(Row::readMode)
                .containsExactly(Row.ReadMode.LOOK_BACK);
        assertThat(last(units).toOffset()).containsEntry("late_rows", 1L).containsEntry("oldest_late_ms", 80_000L);
    }

    /** As with enriched contacts: what else is told of a row does not move its update time. */
    @Test
    void aRowThatOnlyTellsMoreThanBeforeIsNotLate() {
        feed.put(1, TEN.minusSeconds(10));
        readOn();
        feed.tellMoreOf(1, "tags", "new");
        time.advance(Duration.ofSeconds(70));
        assertThat(idsOf(readOn())).containsExactly(1L);
        assertThat(position.has("late_rows")).isFalse();
        assertThat(position.has("oldest_late_ms")).isFalse();
    }

    @Test
    void whatIsOldEnoughForBothPassesIsReadOnce() {
        position = Positions.readUpTo(TEN.minusMinutes(30));
        feed.put(1, TEN.minusMinutes(20));
        List<Unit> units = readOn();
        assertThat(idsOf(units)).containsExactly(1L);
        assertThat(units)
                .extracting(unit -> unit.facts().windowStart().toLocalTime() + " "
                        + unit.facts().pass().text())
                .containsExactly("09:30 first", "09:58:55 first");
        assertThat(windows.completeUpTo(units.get(0).next())).isEqualTo(TEN.minusSeconds(65));
    }

    @Test
    void whatWasEmittedIsRememberedAcrossARestart() {
        feed.putRows(8, TEN.minusSeconds(10));
        readOn();
        time.advance(Duration.ofSeconds(70));
        List<Unit> units = readAll(position, newReader()::next);
        assertThat(idsOf(units)).isEmpty();
    }

    @Test
    void atAHorizonThatStandsStillThereIsNothingToRead() {
        readOn();
        long requests = feed.requests();
        assertThat(readOn()).isEmpty();
        assertThat(feed.requests()).isEqualTo(requests);
    }

    @Test
    void aFullSecondIsCountedAgainAndScannedIfTheCountsDiffer() {
        feed.idPagesOf(50).putRows(25, TEN.minusSeconds(10));
        List<Unit> units = readOn();
        assertThat(idsOf(units)).hasSize(25);
        assertThat(units).extracting(unit -> unit.facts().certainty()).contains(Progress.Certainty.UNPROVEN);
        assertThat(position.text("unproven_seconds")).isEqualTo("2026-03-01 09:59:50=25");

        feed.put(26, TEN.minusSeconds(10));
        time.advance(Duration.ofSeconds(70));
        List<Unit> later = readOn();
        assertThat(idsOf(later)).containsExactly(26L);
        assertThat(later).extracting(unit -> unit.facts().pass()).contains(Progress.Pass.SCAN);
        assertThat(position.has("unproven_seconds")).isFalse();
    }

    @Test
    void aFullSecondWhoseCountIsTheSameIsNotScanned() {
        feed.putRows(25, TEN.minusSeconds(10));
        readOn();
        time.advance(Duration.ofSeconds(70));
        assertThat(readOn()).extracting(unit -> unit.facts().pass()).doesNotContain(Progress.Pass.SCAN);
    }

    @Test
    void aFullSecondThatTheIdCursorDoesNotShowIsReadAgainIfTheCountsDiffer() {
        feed.whoseIdPagesDoNotShowEveryRow().putRows(25, TEN.minusSeconds(10));
        assertThat(idsOf(readOn())).hasSize(25);
        feed.put(26, TEN.minusSeconds(10));
        time.advance(Duration.ofSeconds(70));
        long pagesBefore = timesAsked("09:59:50-09:59:51 page 3");
        List<Unit> later = readOn();
        assertThat(idsOf(later)).containsExactly(26L);
        assertThat(timesAsked("09:59:50-09:59:51 page 3") - pagesBefore)
                .as("in two readings, each looking for the last page and reading it")
                .isEqualTo(4);
        assertThat(position.text("trailing_up_to")).isEqualTo("2026-03-01 10:00:05");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aFullSecondOfWhichNoTwoReadingsAgreeStopsReadingBeforeIt(long seed) {
        feed.whoseIdPagesDoNotShowEveryRow().orderedAnewInEveryRequest(seed).putRows(35, TEN.minusHours(5));
        position = Positions.readUpTo(TEN.minusHours(6));
        List<Unit> units = new ArrayList<>();
        assertThatThrownBy(() -> readAll(position, at -> {
                    Optional<Unit> unit = windows.next(at);
                    unit.ifPresent(units::add);
                    return unit;
                }))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("2026-03-01T05:00 to 2026-03-01T05:00:01")
                .hasMessageContaining("nothing was skipped")
                .hasMessageContaining("start.time after that time");
        assertThat(windows.completeUpTo(last(units))).isEqualTo(TEN.minusHours(5));
        feed.ordered(FakeFeed.NEWEST_FIRST);
        units.addAll(readAll(last(units), windows::next));
        assertThat(new HashSet<>(idsOf(units))).hasSize(35);
    }

    /** The first pass cannot remember what a scan would emit, so the second waits until it is old enough for both. */
    @Test
    void aSecondBeyondPagingWaitsForTheTrailingPass() {
        feed.idPagesOf(1_000).refusingBeyondPage(3).putRows(50, TEN.minusSeconds(10));
        assertThat(idsOf(readOn())).isEmpty();
        assertThat(position.text("read_up_to")).isEqualTo("2026-03-01 09:59:50");
        time.advance(Duration.ofSeconds(70));
        assertThat(idsOf(readOn())).hasSize(50).doesNotHaveDuplicates();
        assertThat(position.text("read_up_to")).isEqualTo("2026-03-01 10:01:05");
    }

    @Test
    void moreThanCanBeRememberedWaitsForTheTrailingPass() {
        feed.pagesOf(2_000);
        for (int second = 0; second < 20; second++) {
            for (long row = 0; row < 1_500; row++) {
                feed.put(second * 10_000L + row + 1, TEN.minusSeconds(30 - second));
            }
        }
        int emitted = idsOf(readOn()).size();
        assertThat(emitted).as("as many as can be remembered").isBetween(15_000, 20_000);
        assertThat(position.toString().length()).isLessThan(256 * 1024);
        time.advance(Duration.ofSeconds(90));
        assertThat(idsOf(readOn())).hasSize(30_000 - emitted);
    }

    /** As the README shows it. */
    @Test
    void aPositionSetByHandLooksForNewRowsThatNoWindowShowed() {
        position = Position.start().with("phase", "windows").with("read_up_to", TEN.minusHours(1));
        readOn();
        assertThat(position.text("windows_from")).isEqualTo("2026-03-01 09:00:00");
        feed.put(1, TEN.minusMinutes(30)).put(2, TEN.minusMinutes(61));
        time.advance(Duration.ofMinutes(2));
        assertThat(idsOf(readOn()))
                .as("what lies before the position is not wanted")
                .containsExactly(1L);
    }

    /** The trailing pass may stand further back than the first. */
    @Test
    void aPositionSetByHandBeginsWhereTheEarlierPassStands() {
        position = Position.start()
                .with("phase", "windows")
                .with("read_up_to", TEN.minusHours(1))
                .with("trailing_up_to", TEN.minusHours(2));
        readOn();
        assertThat(position.text("windows_from")).isEqualTo("2026-03-01 08:00:00");
    }

    @Test
    void ofTwoReadingsOfOneRowTheOlderIsDropped() {
        feed.put(1, TEN.minusSeconds(10));
        readOn();
        // A replica that is behind still shows the row as it was before.
        feed.put(1, TEN.minusSeconds(20));
        time.advance(Duration.ofSeconds(60));
        assertThat(idsOf(readOn())).isEmpty();
    }

    @Test
    void idsWithoutDetailAreNamedInTheProgress() {
        feed.putRows(2, TEN.minusSeconds(10)).withoutDetailOf(2);
        assertThat(readOn().stream().flatMap(unit -> unit.facts().idsWithoutDetail().stream()))
                .containsExactly(2L);
    }

    @Test
    void aUnitThatFailsIsReadAgain() {
        feed.put(1, TEN.minusSeconds(10)).beforeRequest(2, () -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(this::readOn).hasMessage("no");
        assertThat(idsOf(readOn())).containsExactly(1L);
    }

    private long timesAsked(String question) {
        return feed.questions().stream().filter(question::equals).count();
    }

    private UpdateWindows newReader() {
        WindowSettings settings = Positions.settings();
        return new UpdateWindows(feed, settings, time, new LateRowProbe(feed, settings, time, time));
    }

    private List<Unit> readOn() {
        List<Unit> units = readAll(position, windows::next);
        position = units.isEmpty() ? position : last(units);
        return units;
    }
}

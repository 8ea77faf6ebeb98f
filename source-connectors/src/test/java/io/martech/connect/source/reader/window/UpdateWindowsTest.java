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
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.reader.Cursors;
import io.martech.connect.source.reader.FakeFeed;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.emitted.VersionGuard;
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
    private Cursor cursor = Cursors.readUpTo(TEN.minusSeconds(65));

    @Test
    void theFirstPassReadsWhatHasSettledAndTheTrailingPassItsOwnPart() {
        feed.put(1, TEN.minusSeconds(6)).put(2, TEN.minusSeconds(5));
        assertThat(idsOf(readOn())).as("five seconds have settled").containsExactly(1L);
        assertThat(cursor.text("read_up_to")).isEqualTo("2026-03-01 09:59:55");
        assertThat(cursor.text("trailing_up_to")).isEqualTo("2026-03-01 09:58:55");
        assertThat(windows.completeUpTo(cursor)).isEqualTo(TEN.minusSeconds(65));
    }

    @Test
    void aWindowCoversWholeSecondsOnly() {
        time.advance(Duration.ofMillis(700));
        readOn();
        assertThat(cursor.text("read_up_to")).isEqualTo("2026-03-01 09:59:55");
        assertThat(feed.questions()).contains("09:58:55-09:59:55 page 1");
    }

    /** Nobody documents whether the bounds are inclusive, so the second after the window must have settled too. */
    @Test
    void whereAQueryReachesASecondFurtherThatSecondMustHaveSettledToo() {
        feed.reachingBeyondItsWindowsBy(1);
        readOn();
        assertThat(cursor.text("read_up_to")).isEqualTo("2026-03-01 09:59:54");
    }

    @Test
    void aRowThatBecomesVisibleLateIsEmittedByTheTrailingPassOnce() {
        feed.put(1, TEN.minusSeconds(10));
        assertThat(idsOf(readOn())).containsExactly(1L);
        feed.put(2, TEN.minusSeconds(10));
        time.advance(Duration.ofSeconds(70));
        List<Chunk> chunks = readOn();
        assertThat(idsOf(chunks)).containsExactly(2L);
        assertThat(chunks.stream().flatMap(chunk -> chunk.rows().stream()))
                .extracting(Row::readMode)
                .containsExactly(Row.ReadMode.LOOK_BACK);
        assertThat(last(chunks).toOffset()).containsEntry("late_rows", 1L).containsEntry("oldest_late_ms", 80_000L);
    }

    /** As with enriched contacts: what else is told of a row does not move its update time. */
    @Test
    void aRowThatOnlyTellsMoreThanBeforeIsNotLate() {
        feed.put(1, TEN.minusSeconds(10));
        readOn();
        feed.tellMoreOf(1, "tags", "new");
        time.advance(Duration.ofSeconds(70));
        assertThat(idsOf(readOn())).containsExactly(1L);
        assertThat(cursor.has("late_rows")).isFalse();
        assertThat(cursor.has("oldest_late_ms")).isFalse();
    }

    @Test
    void whatIsOldEnoughForBothPassesIsReadOnce() {
        cursor = Cursors.readUpTo(TEN.minusMinutes(30));
        feed.put(1, TEN.minusMinutes(20));
        List<Chunk> chunks = readOn();
        assertThat(idsOf(chunks)).containsExactly(1L);
        assertThat(chunks)
                .extracting(chunk -> chunk.facts().windowStart().toLocalTime() + " "
                        + chunk.facts().pass().text())
                .containsExactly("09:30 first", "09:58:55 first");
        assertThat(windows.completeUpTo(chunks.get(0).next())).isEqualTo(TEN.minusSeconds(65));
    }

    @Test
    void whatWasEmittedIsRememberedAcrossARestart() {
        feed.putRows(8, TEN.minusSeconds(10));
        readOn();
        time.advance(Duration.ofSeconds(70));
        List<Chunk> chunks = readAll(cursor, newReader()::next);
        assertThat(idsOf(chunks)).isEmpty();
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
        List<Chunk> chunks = readOn();
        assertThat(idsOf(chunks)).hasSize(25);
        assertThat(chunks).extracting(chunk -> chunk.facts().certainty()).contains(Progress.Certainty.UNPROVEN);
        assertThat(cursor.text("unproven_seconds")).isEqualTo("2026-03-01 09:59:50=25");

        feed.put(26, TEN.minusSeconds(10));
        time.advance(Duration.ofSeconds(70));
        List<Chunk> later = readOn();
        assertThat(idsOf(later)).containsExactly(26L);
        assertThat(later).extracting(chunk -> chunk.facts().pass()).contains(Progress.Pass.SCAN);
        assertThat(cursor.has("unproven_seconds")).isFalse();
    }

    @Test
    void aFullSecondWhoseCountIsTheSameIsNotScanned() {
        feed.putRows(25, TEN.minusSeconds(10));
        readOn();
        time.advance(Duration.ofSeconds(70));
        assertThat(readOn()).extracting(chunk -> chunk.facts().pass()).doesNotContain(Progress.Pass.SCAN);
    }

    @Test
    void aFullSecondThatTheIdCursorDoesNotShowIsReadAgainIfTheCountsDiffer() {
        feed.whoseIdPagesDoNotShowEveryRow().putRows(25, TEN.minusSeconds(10));
        assertThat(idsOf(readOn())).hasSize(25);
        feed.put(26, TEN.minusSeconds(10));
        time.advance(Duration.ofSeconds(70));
        long pagesBefore = timesAsked("09:59:50-09:59:51 page 3");
        List<Chunk> later = readOn();
        assertThat(idsOf(later)).containsExactly(26L);
        assertThat(timesAsked("09:59:50-09:59:51 page 3") - pagesBefore)
                .as("in two readings, each looking for the last page and reading it")
                .isEqualTo(4);
        assertThat(cursor.text("trailing_up_to")).isEqualTo("2026-03-01 10:00:05");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aFullSecondOfWhichNoTwoReadingsAgreeStopsReadingBeforeIt(long seed) {
        feed.whoseIdPagesDoNotShowEveryRow().orderedAnewInEveryRequest(seed).putRows(35, TEN.minusHours(5));
        cursor = Cursors.readUpTo(TEN.minusHours(6));
        List<Chunk> chunks = new ArrayList<>();
        assertThatThrownBy(() -> readAll(cursor, at -> {
                    Optional<Chunk> chunk = windows.next(at);
                    chunk.ifPresent(chunks::add);
                    return chunk;
                }))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("2026-03-01T05:00 to 2026-03-01T05:00:01")
                .hasMessageContaining("nothing was skipped")
                .hasMessageContaining("start.time after that time");
        assertThat(windows.completeUpTo(last(chunks))).isEqualTo(TEN.minusHours(5));
        feed.ordered(FakeFeed.NEWEST_FIRST);
        chunks.addAll(readAll(last(chunks), windows::next));
        assertThat(new HashSet<>(idsOf(chunks))).hasSize(35);
    }

    @Test
    void aSecondBeyondPagingIsScannedWhenItIsOldAndDoesNotHoldUpOthers() {
        feed.idPagesOf(1_000)
                .refusingBeyondPage(3)
                .putRows(50, TEN.minusSeconds(10))
                .put(60, TEN.minusSeconds(6));
        assertThat(idsOf(readOn())).containsExactly(60L);
        assertThat(cursor.text("crowded_times")).isEqualTo("2026-03-01 09:59:50/2026-03-01 09:59:51");
        time.advance(Duration.ofSeconds(70));
        List<Chunk> chunks = readOn();
        assertThat(idsOf(chunks)).hasSize(50).doesNotHaveDuplicates();
        assertThat(chunks).extracting(chunk -> chunk.facts().pass()).containsOnlyOnce(Progress.Pass.SCAN);
        assertThat(cursor.text("read_up_to")).isEqualTo("2026-03-01 10:01:05");
        assertThat(windows.completeUpTo(cursor)).isEqualTo(TEN.plusSeconds(5));
    }

    /** However often it is polled while the rows come. */
    @Test
    void anImportOfManySecondsCostsOneScan() {
        feed.idPagesOf(100).refusingBeyondPage(3).putRows(1_000, TEN.minusDays(1));
        long id = 1_000;
        List<Chunk> chunks = new ArrayList<>();
        for (int second = 0; second < 20; second++) {
            for (int row = 0; row < 100; row++) {
                feed.put(++id, TEN.plusSeconds(second));
            }
            time.advance(Duration.ofSeconds(1));
            if (second % 3 == 0) {
                chunks.addAll(readOn());
            }
        }
        long before = feed.questions().stream()
                .filter(question -> question.startsWith("ids"))
                .count();
        for (int poll = 0; poll < 15; poll++) {
            chunks.addAll(readOn());
            time.advance(Duration.ofSeconds(10));
        }
        assertThat(idsOf(chunks)).hasSize(3_000).doesNotHaveDuplicates();
        assertThat(feed.questions().stream()
                                .filter(question -> question.startsWith("ids"))
                                .count()
                        - before)
                .as("requests by id: 30 pages, and those of the probe")
                .isLessThan(30 + 25);
        assertThat(cursor.has("crowded_times") || cursor.has("scanned_times")).isFalse();
    }

    @Test
    void whatChangesWhileAScanIsUnderWayComesFirst() {
        feed.idPagesOf(10).refusingBeyondPage(3).putRows(2_000, TEN.minusDays(1));
        for (long id = 3_001; id <= 3_050; id++) {
            feed.put(id, TEN.minusSeconds(10));
        }
        readOn();
        time.advance(Duration.ofSeconds(70));
        List<Chunk> chunks = new ArrayList<>();
        while (chunks.stream().noneMatch(chunk -> chunk.facts().pass() == Progress.Pass.SCAN)) {
            chunks.add(windows.next(cursor).orElseThrow());
            cursor = last(chunks);
        }
        feed.put(9_000, TEN.plusSeconds(69));
        time.advance(Duration.ofSeconds(10));
        chunks.clear();
        while (!idsOf(chunks).contains(9_000L)) {
            chunks.add(windows.next(cursor).orElseThrow());
            cursor = last(chunks);
        }
        assertThat(cursor.has("scanned_times"))
                .as("the scan is still under way")
                .isTrue();
        readOn();
        assertThat(cursor.has("scanned_times")).isFalse();
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
        assertThat(cursor.toString().length()).isLessThan(256 * 1024);
        time.advance(Duration.ofSeconds(90));
        assertThat(idsOf(readOn())).hasSize(30_000 - emitted);
    }

    /** As the README shows it. */
    @Test
    void aCursorSetByHandLooksForNewRowsThatNoWindowShowed() {
        cursor = Cursor.start().with("phase", "windows").with("read_up_to", TEN.minusHours(1));
        readOn();
        assertThat(cursor.text("windows_from")).isEqualTo("2026-03-01 09:00:00");
        feed.put(1, TEN.minusMinutes(30)).put(2, TEN.minusMinutes(61));
        time.advance(Duration.ofMinutes(2));
        assertThat(idsOf(readOn()))
                .as("what lies before the position is not wanted")
                .containsExactly(1L);
    }

    /** The trailing pass may stand further back than the first. */
    @Test
    void aCursorSetByHandBeginsWhereTheEarlierPassStands() {
        cursor = Cursor.start()
                .with("phase", "windows")
                .with("read_up_to", TEN.minusHours(1))
                .with("trailing_up_to", TEN.minusHours(2));
        readOn();
        assertThat(cursor.text("windows_from")).isEqualTo("2026-03-01 08:00:00");
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
        assertThat(readOn().stream().flatMap(chunk -> chunk.facts().idsWithoutDetail().stream()))
                .containsExactly(2L);
    }

    @Test
    void aChunkThatFailsIsReadAgain() {
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
        WindowSettings settings = Cursors.settings();
        return new UpdateWindows(
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

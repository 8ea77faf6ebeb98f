package io.martech.connect.source.reader.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.PlatformException;
import io.martech.connect.schema.Progress;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.reader.Cursors;
import io.martech.connect.source.reader.FakeFeed;
import io.martech.connect.source.reader.Watermark;
import io.martech.connect.source.reader.Window;
import io.martech.connect.source.reader.emitted.EmittedMemory;
import io.martech.connect.source.reader.emitted.VersionGuard;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WindowScanTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 1, 10, 0);
    private static final Window SECOND = Window.ofSeconds(TEN, 1);

    private final FakeFeed feed = new FakeFeed().idPagesOf(100);
    private final Cursor before = Cursors.readUpTo(TEN).with("highest_id", 7L);

    /** A mass update touches rows of any age. */
    @Test
    void itReadsAllIdsFromTheVeryFirstAndTakesTheRowsOfThatTime() {
        for (long id = 1; id <= 300; id++) {
            feed.put(id, id % 3 == 0 ? TEN : id % 3 == 1 ? TEN.minusSeconds(1) : TEN.plusSeconds(1));
        }
        List<Chunk> chunks = scan();
        assertThat(Cursors.idsOf(chunks))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100).map(n -> n * 3).boxed().toList());
        assertThat(feed.questions()).containsExactly("ids after 0", "ids after 100", "ids after 200", "ids after 300");
        assertThat(chunks.get(0).rows()).extracting(Row::readMode).containsOnly(Row.ReadMode.SCAN);
        assertThat(chunks.get(0).facts().pass()).isEqualTo(Progress.Pass.SCAN);
        assertThat(chunks.get(0).facts().certainty()).isEqualTo(Progress.Certainty.CURSOR);
        assertThat(chunks.get(0).facts().byId().completed()).isTrue();
    }

    @Test
    void itGoesOnChunkByChunkFromWhatTheCursorSays() {
        feed.putRows(2_500, TEN);
        List<Chunk> chunks = scan();
        assertThat(chunks).extracting(chunk -> chunk.rows().size()).containsExactly(1_000, 1_000, 500);
        assertThat(chunks.get(0).next().toOffset())
                .containsEntry("scanned_times", "2026-03-01 10:00:00/2026-03-01 10:00:01")
                .containsEntry("scan_last_id", 1_000L)
                .doesNotContainKey("crowded_times");
        assertThat(Cursors.idsOf(chunks)).doesNotHaveDuplicates().hasSize(2_500);
    }

    @Test
    void itStoresItsProgressNowAndThenEvenIfNoRowMatches() {
        feed.idPagesOf(10).putRows(1_000, TEN.minusDays(1));
        List<Chunk> chunks = scan();
        assertThat(chunks).hasSizeGreaterThan(1).allSatisfy(chunk -> assertThat(chunk.rows())
                .isEmpty());
        assertThat(chunks.get(0).next().number("scan_last_id", 0)).isEqualTo(500);
    }

    @Test
    void onlyAnEmptyPageEndsIt() {
        feed.putRows(150, TEN);
        Cursor end = Cursors.last(scan());
        assertThat(feed.questions()).containsExactly("ids after 0", "ids after 100", "ids after 150");
        assertThat(end.toOffset())
                .doesNotContainKeys("scanned_times", "crowded_times", "scan_last_id")
                .containsEntry("highest_id", 150L);
    }

    /** What lies in such a second is not there before the scan has ended. */
    @Test
    void nothingIsCompleteBeyondWhatAScanIsStillToRead() {
        feed.putRows(2_500, TEN);
        Cursor later = aside(before).with("read_up_to", TEN.plusMinutes(5)).with("trailing_up_to", TEN.plusMinutes(4));
        assertThat(WindowState.completeUpTo(later)).isEqualTo(TEN);
        List<Chunk> chunks = scan(later);
        assertThat(WindowState.completeUpTo(chunks.get(0).next())).isEqualTo(TEN);
        assertThat(WindowState.completeUpTo(Cursors.last(chunks))).isEqualTo(TEN.plusMinutes(4));
    }

    @Test
    void whatTheFirstPassHasEmittedIsNotEmittedAgain() {
        feed.putRows(3, TEN);
        EmittedMemory memory = EmittedMemory.from(Cursor.start());
        memory.add(Cursors.TIMES.versionOf(FakeFeed.row(2, TEN)));
        Cursor passed =
                memory.addTo(before).with("read_up_to", TEN.plusMinutes(5)).with("trailing_up_to", TEN.plusMinutes(4));
        assertThat(Cursors.idsOf(scan(aside(passed)))).containsExactly(1L, 3L);
    }

    @Test
    void aRowThatChangedWhileItsDetailWasFetchedIsLeftToItsNewWindow() {
        feed.putRows(3, TEN);
        feed.beforeRequest(1, () -> feed.put(2, TEN.plusSeconds(90)));
        assertThat(Cursors.idsOf(scan())).containsExactly(1L, 3L);
    }

    @Test
    void idsWithoutDetailAreNamed() {
        feed.putRows(3, TEN).withoutDetailOf(2);
        assertThat(scan().get(0).facts().idsWithoutDetail()).containsExactly(2L);
    }

    @Test
    void whereTheCursorDoesNotShowTheseRowsNothingCanReadThemAndThatIsReported() {
        feed.whoseIdPagesDoNotShowEveryRow();
        assertThatThrownBy(this::scan)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("orders")
                .hasMessageContaining("nothing was skipped")
                .hasMessageContaining("start.time");
    }

    @Test
    void idsThatDoNotAscendAreAnError() {
        feed.whoseIdPagesAreNotSorted().putRows(3, TEN);
        assertThatThrownBy(this::scan).isInstanceOf(PlatformException.class).hasMessageContaining("ascend strictly");
    }

    /** Else the rest of it would need a scan of its own. */
    @Test
    void itWaitsUntilAnImportIsOverButNotForEver() {
        Cursor importing = before;
        for (int second = 0; second < 20; second++) {
            importing = aside(importing, Window.ofSeconds(TEN.plusSeconds(second), 1));
        }
        assertThat(importing.text("crowded_times")).isEqualTo("2026-03-01 10:00:00/2026-03-01 10:00:20");
        assertThat(next(importing, TEN.plusSeconds(20))).isEmpty();
        assertThat(next(importing, TEN.plusSeconds(21))).isPresent();

        Cursor withoutEnd = aside(before, new Window(TEN, TEN.plusHours(1)));
        Chunk part = next(withoutEnd, TEN.plusMinutes(11)).orElseThrow();
        assertThat(part.facts().windowEnd()).isEqualTo(TEN.plusMinutes(11));
    }

    private Optional<Chunk> next(Cursor cursor, LocalDateTime trailing) {
        feed.putRows(1, TEN);
        return newScan().next(cursor, WindowState.from(cursor), new Watermark(trailing, trailing, trailing));
    }

    private List<Chunk> scan() {
        return scan(aside(before));
    }

    private Cursor aside(Cursor from) {
        return aside(from, SECOND);
    }

    private Cursor aside(Cursor from, Window window) {
        return newScan().setAside(WindowState.from(from), window).addTo(from);
    }

    private WindowScan newScan() {
        return new WindowScan(feed, Cursors.settings(), Cursors.oneChain(feed), new VersionGuard());
    }

    private List<Chunk> scan(Cursor from) {
        Cursor cursor = from;
        List<Chunk> chunks = new ArrayList<>();
        Watermark watermark = new Watermark(TEN.plusMinutes(6), TEN.plusMinutes(5), TEN.plusMinutes(4));
        while (true) {
            // A new object each time, as after a restart.
            Optional<Chunk> chunk = newScan().next(cursor, WindowState.from(cursor), watermark);
            if (chunk.isEmpty()) {
                return chunks;
            }
            chunks.add(chunk.get());
            cursor = chunk.get().next();
        }
    }
}

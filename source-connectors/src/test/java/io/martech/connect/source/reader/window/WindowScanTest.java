package io.martech.connect.source.reader.window;

import static io.martech.connect.source.reader.FakeFeed.idsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.PlatformException;
import io.martech.connect.schema.Progress;
import io.martech.connect.source.engine.Chunk;
import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.reader.Cursors;
import io.martech.connect.source.reader.FakeFeed;
import io.martech.connect.source.reader.Window;
import io.martech.connect.source.reader.emitted.EmittedMemory;
import io.martech.connect.source.reader.emitted.RowVersion;
import io.martech.connect.source.reader.emitted.VersionGuard;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
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
        assertThat(chunks.get(0).facts().requests()).isEqualTo(4);
    }

    @Test
    void itGoesOnChunkByChunkFromWhatTheCursorSays() {
        feed.putRows(2_500, TEN);
        List<Chunk> chunks = scan();
        assertThat(chunks).extracting(chunk -> chunk.rows().size()).containsExactly(1_000, 1_000, 500);
        assertThat(chunks.get(0).next().toOffset())
                .containsEntry("scan_start", "2026-03-01 10:00:00")
                .containsEntry("scan_end", "2026-03-01 10:00:01")
                .containsEntry("scan_last_id", 1_000L)
                .containsEntry("read_up_to", "2026-03-01 10:00:00");
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
                .doesNotContainKeys("scan_start", "scan_end", "scan_last_id")
                .containsEntry("read_up_to", "2026-03-01 10:00:01")
                .containsEntry("trailing_up_to", "2026-03-01 10:00:01")
                .containsEntry("highest_id", 150L);
    }

    @Test
    void whatTheFirstPassHasEmittedIsNotSaidAgain() {
        feed.putRows(3, TEN);
        EmittedMemory memory = EmittedMemory.from(Cursor.start());
        memory.add(RowVersion.of(FakeFeed.row(2, TEN)));
        assertThat(Cursors.idsOf(scan(memory.addTo(before)))).containsExactly(1L, 3L);
    }

    @Test
    void aRowThatChangedWhileItsDetailWasFetchedIsLeftToItsNewWindow() {
        feed.putRows(3, TEN);
        feed.beforeRequest(2, () -> {});
        WindowScan scan = new WindowScan(feed, Cursors.settings(), new VersionGuard());
        Cursor begun = scan.begin(before, SECOND);
        feed.beforeRequest(1, () -> feed.put(2, TEN.plusSeconds(90)));
        Chunk chunk = scan.readOn(begun, WindowState.from(begun));
        assertThat(idsOf(chunk)).containsExactly(1L, 3L);
    }

    @Test
    void idsWithoutDetailAreNamed() {
        feed.putRows(3, TEN).withoutDetailOf(2);
        assertThat(scan().get(0).facts().idsWithoutDetail()).containsExactly(2L);
    }

    @Test
    void whereTheCursorDoesNotShowTheseRowsNothingCanReadThemAndThatIsSaid() {
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

    private List<Chunk> scan() {
        return scan(before);
    }

    private List<Chunk> scan(Cursor from) {
        Cursor cursor = new WindowScan(feed, Cursors.settings(), new VersionGuard()).begin(from, SECOND);
        List<Chunk> chunks = new ArrayList<>();
        while (WindowScan.isUnderWay(cursor)) {
            // A new object each time, as after a restart.
            WindowScan scan = new WindowScan(feed, Cursors.settings(), new VersionGuard());
            chunks.add(scan.readOn(cursor, WindowState.from(cursor)));
            cursor = Cursors.last(chunks);
        }
        return chunks;
    }
}

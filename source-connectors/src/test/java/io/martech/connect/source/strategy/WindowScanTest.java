package io.martech.connect.source.strategy;

import static io.martech.connect.source.strategy.FakeFeed.idsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.PlatformException;
import io.martech.connect.schema.Progress;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Unit;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WindowScanTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 1, 10, 0);
    private static final Window SECOND = Window.ofSeconds(TEN, 1);

    private final FakeFeed feed = new FakeFeed().idPagesOf(100);
    private final Position before = Positions.readUpTo(TEN).with("highest_id", 7L);

    /** A mass update touches rows of any age. */
    @Test
    void itReadsAllIdsFromTheVeryFirstAndTakesTheRowsOfThatTime() {
        for (long id = 1; id <= 300; id++) {
            feed.put(id, id % 3 == 0 ? TEN : id % 3 == 1 ? TEN.minusSeconds(1) : TEN.plusSeconds(1));
        }
        List<Unit> units = scan();
        assertThat(Positions.idsOf(units))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100).map(n -> n * 3).boxed().toList());
        assertThat(feed.questions()).containsExactly("ids after 0", "ids after 100", "ids after 200", "ids after 300");
        assertThat(units.get(0).rows()).extracting(Row::readMode).containsOnly(Row.ReadMode.SCAN);
        assertThat(units.get(0).facts().pass()).isEqualTo(Progress.Pass.SCAN);
        assertThat(units.get(0).facts().certainty()).isEqualTo(Progress.Certainty.CURSOR);
        assertThat(units.get(0).facts().requests()).isEqualTo(4);
    }

    @Test
    void itGoesOnUnitByUnitFromWhatThePositionSays() {
        feed.putRows(2_500, TEN);
        List<Unit> units = scan();
        assertThat(units).extracting(unit -> unit.rows().size()).containsExactly(1_000, 1_000, 500);
        assertThat(units.get(0).next().toOffset())
                .containsEntry("scan_start", "2026-03-01 10:00:00")
                .containsEntry("scan_end", "2026-03-01 10:00:01")
                .containsEntry("scan_last_id", 1_000L)
                .containsEntry("read_up_to", "2026-03-01 10:00:00");
        assertThat(Positions.idsOf(units)).doesNotHaveDuplicates().hasSize(2_500);
    }

    @Test
    void itStoresItsProgressNowAndThenEvenIfNoRowMatches() {
        feed.idPagesOf(10).putRows(1_000, TEN.minusDays(1));
        List<Unit> units = scan();
        assertThat(units).hasSizeGreaterThan(1).allSatisfy(unit -> assertThat(unit.rows())
                .isEmpty());
        assertThat(units.get(0).next().number("scan_last_id", 0)).isEqualTo(500);
    }

    @Test
    void onlyAnEmptyPageEndsIt() {
        feed.putRows(150, TEN);
        Position end = Positions.last(scan());
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
        EmittedMemory memory = EmittedMemory.from(Position.start());
        memory.add(RowVersion.of(FakeFeed.row(2, TEN)));
        assertThat(Positions.idsOf(scan(memory.addTo(before)))).containsExactly(1L, 3L);
    }

    @Test
    void aRowThatChangedWhileItsDetailWasFetchedIsLeftToItsNewWindow() {
        feed.putRows(3, TEN);
        feed.beforeRequest(2, () -> {});
        WindowScan scan = new WindowScan(feed, Positions.settings(), new VersionGuard());
        Position begun = scan.begin(before, SECOND);
        feed.beforeRequest(1, () -> feed.put(2, TEN.plusSeconds(90)));
        Unit unit = scan.readOn(begun, WindowState.from(begun));
        assertThat(idsOf(unit)).containsExactly(1L, 3L);
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

    private List<Unit> scan() {
        return scan(before);
    }

    private List<Unit> scan(Position from) {
        Position position = new WindowScan(feed, Positions.settings(), new VersionGuard()).begin(from, SECOND);
        List<Unit> units = new ArrayList<>();
        while (WindowScan.isUnderWay(position)) {
            // A new object each time, as after a restart.
            WindowScan scan = new WindowScan(feed, Positions.settings(), new VersionGuard());
            units.add(scan.readOn(position, WindowState.from(position)));
            position = Positions.last(units);
        }
        return units;
    }
}

package io.martech.connect.source.strategy;

import static io.martech.connect.source.strategy.Positions.idsOf;
import static io.martech.connect.source.strategy.Positions.last;
import static io.martech.connect.source.strategy.Positions.readAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.ManualTime;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Unit;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackfillThenWindowsTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 1, 10, 0);

    private final ManualTime time = ManualTime.atTen();
    private final FakeFeed feed = new FakeFeed();

    @Test
    void historyComesFirstAndThenWhatChanges() {
        feed.putRows(15, TEN.minusDays(1)).put(16, TEN.minusSeconds(30));
        BackfillThenWindows strategy = strategy(null);
        List<Unit> units = readAll(Position.start(), strategy::next);

        assertThat(idsOf(units)).hasSize(16).doesNotHaveDuplicates();
        assertThat(units.get(0).next().toOffset())
                .containsEntry("phase", "backfill")
                .containsEntry("method", "id");
        assertThat(last(units).toOffset())
                .containsEntry("phase", "windows")
                .containsEntry("read_up_to", "2026-03-01 09:59:55");
    }

    @Test
    void completeUpToIsUnknownUntilBackfillHasEnded() {
        feed.putRows(15, TEN.minusDays(1));
        BackfillThenWindows strategy = strategy(null);
        List<Unit> units = readAll(Position.start(), strategy::next);
        assertThat(strategy.completeUpTo(Position.start())).isNull();
        assertThat(strategy.completeUpTo(units.get(0).next())).isNull();
        assertThat(strategy.completeUpTo(last(units)))
                .as("both passes")
                .isEqualTo(TEN.minus(Positions.SETTLE_LAG).minus(Positions.LOOK_BACK));
    }

    @Test
    void everyUnitSaysWhereItWasReadFrom() {
        feed.putRows(15, TEN.minusDays(1));
        List<Unit> units = readAll(Position.start(), strategy(null)::next);
        assertThat(units.get(0).from()).isEqualTo(Position.start());
        for (int i = 1; i < units.size(); i++) {
            assertThat(units.get(i).from()).isEqualTo(units.get(i - 1).next());
        }
    }

    @Test
    void withAStartTimeOnlyWindowsAreReadFromThere() {
        feed.put(1, TEN.minusDays(3)).put(2, TEN.minusDays(2)).put(3, TEN.minusDays(1));
        List<Unit> units = readAll(Position.start(), strategy(TEN.minusDays(2))::next);
        assertThat(idsOf(units)).containsExactly(2L, 3L);
        assertThat(last(units).toOffset())
                .containsEntry("method", "window")
                .containsEntry("windows_from", "2026-02-27 10:00:00");
    }

    @Test
    void withAStartTimeCompleteUpToIsUnknownUntilItsHistoryIsRead() {
        feed.putRows(9, TEN.minusDays(1));
        BackfillThenWindows strategy = strategy(TEN.minusDays(2));
        List<Unit> units = readAll(Position.start(), strategy::next);
        assertThat(strategy.completeUpTo(units.get(0).next())).isNull();
        assertThat(strategy.completeUpTo(last(units))).isNotNull();
    }

    @Test
    void nothingIsReadBeforeAStartTimeInTheFuture() {
        feed.put(1, TEN.minusDays(1)).put(2, TEN.minusSeconds(1));
        BackfillThenWindows strategy = strategy(TEN.plusHours(1));
        assertThat(readAll(Position.start(), strategy::next)).isEmpty();
        assertThat(strategy.completeUpTo(Position.start())).isNull();
        feed.put(3, TEN.plusMinutes(59)).put(4, TEN.plusHours(1));
        time.advance(Duration.ofMinutes(61));
        List<Unit> units = readAll(Position.start(), strategy::next);
        assertThat(idsOf(units)).containsExactly(4L);
        assertThat(last(units).text("windows_from")).isEqualTo("2026-03-01 11:00:00");
    }

    /** The first unit may be lost, and then the same is read again. */
    @Test
    void theSamePositionReadsTheSameAgain() {
        feed.putRows(15, TEN.minusDays(1));
        BackfillThenWindows strategy = strategy(null);
        Unit once = strategy.next(Position.start()).orElseThrow();
        Unit again = strategy.next(Position.start()).orElseThrow();
        assertThat(again.rows()).isEqualTo(once.rows());
        assertThat(again.next()).isEqualTo(once.next());
    }

    @Test
    void atRestAPollCostsTwoRequestsAtMost() {
        feed.putRows(3, TEN.minusDays(1));
        BackfillThenWindows strategy = strategy(null);
        Position position = last(readAll(Position.start(), strategy::next));
        time.advance(Duration.ofSeconds(10));
        long before = feed.requests();
        assertThat(readAll(position, strategy::next)).isNotEmpty();
        assertThat(feed.requests() - before).isLessThanOrEqualTo(2);
    }

    private BackfillThenWindows strategy(LocalDateTime startTime) {
        WindowSettings settings = Positions.settings();
        LateRowProbe probe = new LateRowProbe(feed, settings, time, time);
        return new BackfillThenWindows(
                feed, settings, time, Runnable::run, startTime, new UpdateWindows(feed, settings, time, probe));
    }
}

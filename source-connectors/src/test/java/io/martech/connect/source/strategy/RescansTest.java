package io.martech.connect.source.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.ManualTime;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RescansTest {

    private static final LocalDateTime TODAY = LocalDateTime.of(2026, 3, 1, 0, 0);

    private final ManualTime time = ManualTime.atTen();
    private final FakeFeed feed = new FakeFeed();
    private final Rescans rescans = new Rescans(
            new NothingNew(),
            feed,
            Positions.settings(),
            new RescanSettings(Duration.ofMinutes(1), Duration.ofSeconds(10), null),
            slices -> slices.stream().collect(Collectors.toMap(Function.<Slice>identity(), slice -> Position.start())),
            time,
            time);

    /** By days, what was emitted today is remembered until the day is over. */
    @Test
    void whatIsStillNeededIsNotPushedOutOfTheMemory() {
        feed.put(1, TODAY.plusHours(9)).put(2, TODAY.minusDays(1)).put(3, TODAY.plusHours(9));
        EmittedMemory memory = new EmittedMemory();
        for (int i = 1; i < EmittedMemory.CAPACITY; i++) {
            memory.add(new RowVersion(TODAY.plusSeconds(i / 10), 1L, i));
        }
        Position position = memory.addTo(Positions.readUpTo(TODAY)
                .with("read_up_to", TODAY.plusHours(9).plusMinutes(59))
                .with("trailing_up_to", TODAY.plusHours(9).plusMinutes(58))
                .with("highest_id", 3L)
                .with("rescan_known_since", TODAY));

        Unit unit = rescans.next(position).orElseThrow();

        assertThat(FakeFeed.idsOf(unit))
                .as("there is room for one of today; yesterday needs none")
                .containsExactly(1L, 2L);
        EmittedMemory after = EmittedMemory.from(unit.next());
        assertThat(after.contains(new RowVersion(TODAY, 1L, 1)))
                .as("what was emitted first today")
                .isTrue();
    }

    private static final class NothingNew implements Strategy {

        @Override
        public Optional<Unit> next(Position position) {
            return Optional.empty();
        }

        @Override
        public LocalDateTime completeUpTo(Position position) {
            return WindowState.completeUpTo(position);
        }
    }
}

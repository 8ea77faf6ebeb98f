package io.martech.connect.source.reader.resync;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.ManualTime;
import io.martech.connect.source.engine.Chunk;
import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Reader;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.reader.Cursors;
import io.martech.connect.source.reader.FakeFeed;
import io.martech.connect.source.reader.emitted.EmittedMemory;
import io.martech.connect.source.reader.emitted.RowVersion;
import io.martech.connect.source.reader.window.WindowState;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ResyncReaderTest {

    private static final LocalDateTime TODAY = LocalDateTime.of(2026, 3, 1, 0, 0);

    private final ManualTime time = ManualTime.atTen();
    private final FakeFeed feed = new FakeFeed();
    private final ResyncReader rescans = new ResyncReader(
            new NothingNew(),
            feed,
            Cursors.settings(),
            new ResyncSettings(Duration.ofMinutes(1), Duration.ofSeconds(10), null),
            slices -> slices.stream().collect(Collectors.toMap(Function.<Slice>identity(), slice -> Cursor.start())),
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
        Cursor cursor = memory.addTo(Cursors.readUpTo(TODAY)
                .with("read_up_to", TODAY.plusHours(9).plusMinutes(59))
                .with("trailing_up_to", TODAY.plusHours(9).plusMinutes(58))
                .with("highest_id", 3L)
                .with("rescan_known_since", TODAY));

        Chunk chunk = rescans.next(cursor).orElseThrow();

        assertThat(FakeFeed.idsOf(chunk))
                .as("there is room for one of today; yesterday needs none")
                .containsExactly(1L, 2L);
        EmittedMemory after = EmittedMemory.from(chunk.next());
        assertThat(after.contains(new RowVersion(TODAY, 1L, 1)))
                .as("what was emitted first today")
                .isTrue();
    }

    private static final class NothingNew implements Reader {

        @Override
        public Optional<Chunk> next(Cursor cursor) {
            return Optional.empty();
        }

        @Override
        public LocalDateTime completeUpTo(Cursor cursor) {
            return WindowState.completeUpTo(cursor);
        }
    }
}

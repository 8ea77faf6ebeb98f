package io.martech.connect.source.reader;

import io.martech.connect.source.ManualTime;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.engine.MemoryBudget;
import io.martech.connect.source.reader.emitted.RowTimes;
import io.martech.connect.source.reader.window.WindowState;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Settings and cursors, and a reader that goes from one to the next. */
public final class Cursors {

    /** The update times of the rows of {@link FakeFeed}. */
    public static final RowTimes TIMES = new RowTimes("orders", ManualTime.ZONE);

    public static final Duration SETTLE_LAG = Duration.ofSeconds(5);
    public static final Duration LOOK_BACK = Duration.ofSeconds(60);

    private Cursors() {}

    public static WindowSettings settings() {
        return settings(100);
    }

    public static WindowSettings settings(int maximumPages) {
        return new WindowSettings(
                "orders", ManualTime.ZONE, "linkflow.time.zone", TIMES, SETTLE_LAG, LOOK_BACK, maximumPages);
    }

    /** Reads page after page. */
    public static IdRangeReader oneChain(ChangeFeed feed) {
        return new IdRangeReader(feed, "orders", Runnable::run, () -> 1, new MemoryBudget(Long.MAX_VALUE / 2));
    }

    /** Both passes have read everything before that time. */
    public static Cursor readUpTo(LocalDateTime time) {
        return WindowState.beginAt(Cursor.start(), time, time)
                .with("phase", "windows")
                .with("method", "id");
    }

    /** Every chunk until there is none, each read from where the one before ended, as after a restart. */
    public static List<Chunk> readAll(Cursor start, Function<Cursor, Optional<Chunk>> next) {
        List<Chunk> chunks = new ArrayList<>();
        Cursor cursor = start;
        while (true) {
            Optional<Chunk> chunk = next.apply(cursor);
            if (chunk.isEmpty()) {
                return chunks;
            }
            chunks.add(chunk.get());
            if (chunks.size() > 1_000) {
                throw new AssertionError("Reading comes to no end: " + chunk.get());
            }
            cursor = Cursor.fromOffset(chunk.get().next().toOffset());
        }
    }

    public static Cursor last(List<Chunk> chunks) {
        return chunks.get(chunks.size() - 1).next();
    }

    public static List<Long> idsOf(List<Chunk> chunks) {
        return chunks.stream().flatMap(chunk -> FakeFeed.idsOf(chunk).stream()).toList();
    }
}

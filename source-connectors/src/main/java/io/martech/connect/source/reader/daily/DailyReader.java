package io.martech.connect.source.reader.daily;

import io.martech.connect.client.ServerClock;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.chunk.SliceCursors;
import io.martech.connect.source.reader.PlatformClock;
import io.martech.connect.source.reader.emitted.RowKeys;
import io.martech.connect.source.reader.snapshot.Deletes;
import io.martech.connect.source.reader.snapshot.ListChunks;
import io.martech.connect.source.reader.snapshot.ListFeed;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads day by day: the open day in every cycle, closed days ever less often. Every day is a slice with a cursor of its
 * own, so that none grows large; the cursor of the whole resource holds only the first day.
 */
public final class DailyReader implements Reader {

    /** The field that identifies a day in the source partition. */
    public static final String SLICE = "day";

    private static final String FIRST_DAY = "first_day";
    private final DayPages reader;
    private final FirstDay firstDay;
    private final ListChunks chunks;
    private final SliceCursors stored;
    private final PlatformClock clock;

    /** The cursor of each day; read from Connect once. */
    private final Map<LocalDate, Cursor> days = new HashMap<>();

    /** What is still to be read in this cycle, or null between cycles. */
    private Deque<LocalDate> due;

    /** Chunks of the previous day that are still to be returned. */
    private final Deque<Chunk> ready = new ArrayDeque<>();

    public DailyReader(DayFeed feed, RowKeys keys, SliceCursors stored, ServerClock clock, ZoneOffset zone) {
        this.reader = new DayPages(feed);
        this.firstDay = new FirstDay(feed::firstDay);
        this.chunks = new ListChunks(keys, feed::fingerprinted, key -> false, Deletes.off(), stored);
        this.stored = stored;
        this.clock = new PlatformClock(clock, zone);
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        if (!ready.isEmpty()) {
            return Optional.of(ready.remove());
        }
        if (due == null) {
            Optional<Chunk> earlier = earlierFirstDay(cursor);
            if (earlier.isPresent() || !cursor.has(FIRST_DAY)) {
                return earlier;
            }
            due = dueDays(firstDayOf(cursor));
        }
        if (due.isEmpty()) {
            due = null;
            return Optional.empty();
        }
        ready.addAll(read(due.peek()));
        due.remove();
        return Optional.of(ready.remove());
    }

    /** A list holds the current state, not the changes up to a time. */
    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return null;
    }

    private Optional<Chunk> earlierFirstDay(Cursor cursor) {
        return firstDay.before(firstDayOf(cursor), clock)
                .map(first -> new Chunk(
                        List.of(), cursor, cursor.with(FIRST_DAY, first.toString()), ChunkStats.ofList(clock.now())));
    }

    private static LocalDate firstDayOf(Cursor cursor) {
        return cursor.has(FIRST_DAY) ? LocalDate.parse(cursor.text(FIRST_DAY)) : null;
    }

    private Deque<LocalDate> dueDays(LocalDate first) {
        LocalDateTime now = clock.now();
        if (first.isAfter(now.toLocalDate())) {
            return new ArrayDeque<>();
        }
        List<LocalDate> all = first.datesUntil(now.toLocalDate().plusDays(1)).toList();
        load(all);
        Deque<LocalDate> result = new ArrayDeque<>();
        for (LocalDate day : all) {
            Cursor cursor = days.get(day);
            if (DayCadence.isDue(day, clock.ifReached(cursor.time(ListChunks.READ_AT)), now)
                    || reader.isInDoubt(day, cursor)) {
                result.add(day);
            }
        }
        return result;
    }

    private void load(List<LocalDate> all) {
        List<Slice> unknown = new ArrayList<>();
        for (LocalDate day : all) {
            if (!days.containsKey(day)) {
                unknown.add(sliceOf(day));
            }
        }
        if (!unknown.isEmpty()) {
            stored.of(unknown).forEach((slice, cursor) -> {
                LocalDate day = LocalDate.parse(slice.value());
                days.put(day, cursor);
                reader.remember(day, cursor);
            });
        }
    }

    private List<Chunk> read(LocalDate day) {
        Slice slice = sliceOf(day);
        Cursor cursor = days.get(day);
        DayPages.Reading reading = reader.read(day, cursor);
        ChunkStats facts = ChunkStats.ofList(clock.now());
        List<Chunk> read = chunks.ofWhole(slice, cursor, reading.cursor(), ListFeed.Answer.only(reading.rows()), facts);
        days.put(day, read.get(read.size() - 1).next());
        return read;
    }

    private static Slice sliceOf(LocalDate day) {
        return new Slice(SLICE, day.toString());
    }
}

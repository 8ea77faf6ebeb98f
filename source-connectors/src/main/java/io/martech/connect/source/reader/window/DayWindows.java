package io.martech.connect.source.reader.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.Row.ReadMode;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.ChangeFeed.LoadedRows;
import io.martech.connect.source.reader.IdRangeReader;
import io.martech.connect.source.reader.Watermark;
import io.martech.connect.source.reader.Window;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.emitted.RowVersion;
import io.martech.connect.source.reader.emitted.VersionGuard;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads changes by whole days, for a platform that truncates the bounds of its windows to dates. Days in which rows
 * can still appear are read again in every cycle; what was emitted of them is stored, so that only changes are
 * emitted. That costs a request per page of ids and per hundred details in every cycle. Closed days are read once, one
 * by one, and stretches of {@link EmptyDays} are skipped.
 */
public final class DayWindows implements Reader {

    private static final Logger log = LoggerFactory.getLogger(DayWindows.class);

    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final ServerClock clock;
    private final LateArrivalProbe probe;
    private final WindowScan scan;
    private final AgreeingReadings agreeing;
    private final EmptyDays emptyDays;
    private final VersionGuard guard;

    /** Null between cycles. */
    private Watermark horizon;

    /** Whether the open days have nothing more for this cycle. */
    private boolean openDaysAreDone;

    /** @param feed a feed whose windows are whole days */
    public DayWindows(
            ChangeFeed feed,
            WindowSettings settings,
            ServerClock clock,
            LateArrivalProbe probe,
            IdRangeReader byId,
            VersionGuard guard) {
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
        this.probe = probe;
        this.guard = guard;
        this.scan = new WindowScan(feed, settings, byId, guard);
        this.agreeing = new AgreeingReadings(feed, settings);
        this.emptyDays = new EmptyDays(feed);
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        WindowState state = WindowState.from(cursor);
        if (horizon == null) {
            Optional<Chunk> late = probe.next(cursor, state, guard, new CompletedWindows(feed::idOf, settings.times()));
            if (late.isEmpty()) {
                late = probe.goBackFromTheFuture(cursor, state);
            }
            if (late.isPresent()) {
                return late;
            }
            horizon = Watermark.of(clock, settings, 0, state.clock().millis());
            openDaysAreDone = false;
        }
        Optional<Chunk> chunk = openDaysAreDone ? Optional.empty() : readDays(cursor, state.beyondCrowdedTimes());
        if (chunk.isEmpty()) {
            chunk = scan.next(cursor, state, horizon);
            horizon = null;
        }
        return chunk;
    }

    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return WindowState.completeUpTo(cursor);
    }

    private Optional<Chunk> readDays(Cursor cursor, WindowState state) {
        LocalDateTime start = startOfDay(state.trailing().upTo());
        if (start.isAfter(horizon.now())) {
            return Optional.empty();
        }
        boolean isClosed = !start.plusDays(1).isAfter(horizon.trailing());
        Window days = new Window(start, isClosed ? start.plusDays(1) : endOfDay(horizon.now()));
        openDaysAreDone = !isClosed;
        DayReading reading = read(days, isClosed, state.pageSize());
        if (!(reading.found instanceof WindowReading.Complete complete)) {
            return isClosed ? beginScan(cursor, state, days) : waitUntilClosed(days);
        }
        if (isClosed && complete.entries().isEmpty()) {
            LocalDateTime end = emptyDays.endAfter(days.end(), startOfDay(horizon.trailing()), endOfDay(horizon.now()));
            Window empty = new Window(start, end);
            WindowState next = afterReading(state, empty, true, true);
            return Optional.of(chunkWithoutRows(cursor, next, empty, complete.certainty()));
        }
        boolean isCertain = complete.certainty() != Certainty.UNPROVEN;
        boolean isInDoubt = isClosed && !isCertain;
        if (isInDoubt && feed.idPagesShowEveryRow()) {
            return beginScan(cursor, state, days);
        }
        LoadedRows loaded = isInDoubt
                ? agreeing.of(days, complete, () -> read(days, true, reading.pageSize).found)
                        .loaded()
                : feed.load(complete.entries());
        ChangedRows emission = new ChangedRows(feed, state.memory(), guard);
        LocalDateTime from = WindowState.beginningOf(cursor);
        for (JsonNode row : loaded.rows()) {
            RowVersion version = settings.times().versionOf(row);
            if (!ChangedRows.isBefore(version, from) && !ChangedRows.isBefore(version, days.start())) {
                emission.offer(row, version, ReadMode.WINDOW);
            }
        }
        if (!state.memory().hasRoomFor(emission.rows().size())) {
            return isClosed ? beginScan(cursor, state, days) : waitUntilClosed(days);
        }
        emission.settle();
        WindowState next = afterReading(state, days, isClosed, isCertain)
                .withPageSize(reading.pageSize)
                .with(state.late(), emission.highestId());
        return Optional.of(new Chunk(
                emission.rows(),
                cursor,
                next.addTo(cursor),
                WindowStats.of(next, Progress.Pass.FIRST, days, complete.certainty(), loaded.idsWithoutDetail())));
    }

    private DayReading read(Window days, boolean isClosed, PageSize pageSize) {
        if (isClosed) {
            ClosedWindowReader reader = new ClosedWindowReader(feed, pageSize, settings.maximumPages());
            return new DayReading(reader.readIndivisible(days), reader.pageSize());
        }
        OpenWindowReader reader = new OpenWindowReader(feed, pageSize, settings.maximumPages());
        return new DayReading(reader.read(days), reader.pageSize());
    }

    /** Days from the one that the trailing pass has reached are read again; the stored versions reach back to it. */
    private WindowState afterReading(WindowState state, Window days, boolean isClosed, boolean isCertain) {
        if (isClosed) {
            PassState end = PassState.startingAt(days.end());
            return state.with(later(state.first(), end), end, state.pageSize());
        }
        if (!isCertain) {
            return state;
        }
        PassState first = later(state.first(), PassState.startingAt(horizon.first()));
        PassState trailing = later(state.trailing(), PassState.startingAt(horizon.trailing()));
        LocalDateTime remembered = startOfDay(trailing.upTo());
        return state.with(first.provenOnlyUntil(remembered), trailing.provenOnlyUntil(remembered), state.pageSize());
    }

    private Optional<Chunk> waitUntilClosed(Window days) {
        log.warn(
                "{}: {} has more changes than can be read or remembered during the day; they are read when"
                        + " it is over. Windows of seconds would not have to wait: see contacts.window.precision.",
                settings.resource(),
                days.start().toLocalDate());
        return Optional.empty();
    }

    private Optional<Chunk> beginScan(Cursor cursor, WindowState state, Window days) {
        WindowState next = scan.setAside(state, days).beyondCrowdedTimes();
        return Optional.of(chunkWithoutRows(cursor, next, days, null));
    }

    private static PassState later(PassState one, PassState other) {
        return one.upTo().isBefore(other.upTo()) ? other : one;
    }

    private static Chunk chunkWithoutRows(Cursor cursor, WindowState next, Window days, Certainty certainty) {
        return new Chunk(
                List.of(),
                cursor,
                next.addTo(cursor),
                WindowStats.of(next, Progress.Pass.FIRST, days, certainty, List.of()));
    }

    private static LocalDateTime endOfDay(LocalDateTime time) {
        return startOfDay(time).plusDays(1);
    }

    private static LocalDateTime startOfDay(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.DAYS);
    }

    private record DayReading(WindowReading found, PageSize pageSize) {}
}

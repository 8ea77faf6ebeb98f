package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.strategy.ChangeFeed.LoadedRows;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what changed by whole days, for a platform that cuts the bounds of its windows to dates. Days in which anything
 * can still appear are read again in every cycle; what was emitted of them is remembered, so that only news is emitted.
 * That costs a request per page of ids and per hundred details in every cycle.
 */
public final class DayWindows implements Strategy {

    private static final Logger log = LoggerFactory.getLogger(DayWindows.class);

    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final ServerClock clock;
    private final LateRowProbe probe;
    private final WindowScan scan;
    private final AgreeingReadings agreeing;
    private final VersionGuard guard = new VersionGuard();

    /** Null between cycles. */
    private Horizon horizon;

    /** Whether this cycle has nothing more to gain from the open days. */
    private boolean openDaysAreDone;

    /**
     * @param feed its windows are whole days
     */
    public DayWindows(ChangeFeed feed, WindowSettings settings, ServerClock clock, LateRowProbe probe) {
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
        this.probe = probe;
        this.scan = new WindowScan(feed, settings, guard);
        this.agreeing = new AgreeingReadings(feed, settings);
    }

    @Override
    public Optional<Unit> next(Position position) {
        WindowState state = WindowState.from(position);
        if (horizon == null) {
            Optional<Unit> late = probe.look(position, state, guard);
            horizon = Horizon.of(clock, settings, 0);
            openDaysAreDone = false;
            if (late.isPresent()) {
                return late;
            }
        }
        if (WindowScan.isUnderWay(position)) {
            return Optional.of(scan.readOn(position, state));
        }
        Optional<Unit> unit = openDaysAreDone ? Optional.empty() : readDays(position, state);
        if (unit.isEmpty()) {
            horizon = null;
        }
        return unit;
    }

    @Override
    public LocalDateTime completeUpTo(Position position) {
        return WindowState.completeUpTo(position);
    }

    private Optional<Unit> readDays(Position position, WindowState state) {
        long requestsBefore = feed.requests();
        LocalDateTime start = startOfDay(state.trailing().upTo());
        if (start.isAfter(horizon.now())) {
            return Optional.empty();
        }
        boolean isClosed = !start.plusDays(1).isAfter(horizon.trailing());
        Window days = new Window(
                start, isClosed ? start.plusDays(1) : startOfDay(horizon.now()).plusDays(1));
        openDaysAreDone = !isClosed;
        DayReading reading = read(days, isClosed, state.pageSize());
        if (!(reading.found instanceof WindowReading.Complete complete)) {
            return isClosed ? beginScan(position, state, days, requestsBefore) : waitUntilClosed(days);
        }
        boolean isCertain = complete.certainty() != Certainty.UNPROVEN;
        boolean isInDoubt = isClosed && !isCertain;
        if (isInDoubt && feed.idPagesShowEveryRow()) {
            return beginScan(position, state, days, requestsBefore);
        }
        LoadedRows loaded = isInDoubt
                ? agreeing.of(days, complete, () -> read(days, true, reading.pageSize).found)
                        .loaded()
                : feed.load(complete.entries());
        Emission emission = new Emission(feed, state.memory(), guard);
        LocalDateTime from = WindowState.beginningOf(position);
        for (JsonNode row : loaded.rows()) {
            RowVersion version = RowVersion.of(row);
            if (!Emission.isBefore(version, from) && !Emission.isBefore(version, days.start())) {
                emission.offer(row, version, ReadMode.WINDOW);
            }
        }
        if (!state.memory().hasRoomFor(emission.rows().size())) {
            return isClosed ? beginScan(position, state, days, requestsBefore) : waitUntilClosed(days);
        }
        emission.settle();
        WindowState next = afterReading(state, days, isClosed, isCertain)
                .withPageSize(reading.pageSize)
                .with(state.late(), emission.highestId());
        return Optional.of(new Unit(
                emission.rows(),
                position,
                next.addTo(position),
                WindowFacts.of(
                        next,
                        Progress.Pass.FIRST,
                        days,
                        complete.certainty(),
                        feed.requests() - requestsBefore,
                        loaded.idsWithoutDetail())));
    }

    private DayReading read(Window days, boolean isClosed, PageSize pageSize) {
        if (isClosed) {
            ClosedWindowReader reader = new ClosedWindowReader(feed, pageSize, settings.maximumPages());
            return new DayReading(reader.readIndivisible(days), reader.pageSize());
        }
        OpenWindowReader reader = new OpenWindowReader(feed, pageSize, settings.maximumPages());
        return new DayReading(reader.read(days), reader.pageSize());
    }

    /** The days from the one in which the trailing pass stands are read again; what is remembered reaches back to it. */
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

    private Optional<Unit> waitUntilClosed(Window days) {
        log.warn(
                "{}: {} holds more changes than can be read or remembered while the day goes on; reading them when it is"
                        + " over. Windows of seconds would not have to wait: see contacts.window.precision.",
                settings.resource(),
                days.start().toLocalDate());
        return Optional.empty();
    }

    private Optional<Unit> beginScan(Position position, WindowState state, Window days, long requestsBefore) {
        return Optional.of(new Unit(
                List.of(),
                position,
                scan.begin(state.addTo(position), days),
                WindowFacts.of(state, Progress.Pass.FIRST, days, null, feed.requests() - requestsBefore, List.of())));
    }

    private static PassState later(PassState one, PassState other) {
        return one.upTo().isBefore(other.upTo()) ? other : one;
    }

    private static LocalDateTime startOfDay(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.DAYS);
    }

    private record DayReading(WindowReading found, PageSize pageSize) {}
}

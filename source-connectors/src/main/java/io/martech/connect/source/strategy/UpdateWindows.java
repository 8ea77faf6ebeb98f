package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.engine.UnitFacts;
import io.martech.connect.source.strategy.ChangeFeed.LoadedRows;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what changed, by windows of the update time. A first pass reads every second once it has settled; a trailing
 * pass reads it again when it is {@code lookback.ms} old, and emits what the first had not. A window that was old enough
 * for both when it was read first is not read twice.
 *
 * <p>A cycle reads up to the horizon at its beginning: a probe once a minute, then the passes, the trailing one first so
 * that what it must remember stays small.
 */
public final class UpdateWindows implements Strategy {

    private static final Logger log = LoggerFactory.getLogger(UpdateWindows.class);

    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final ServerClock clock;
    private final LateRowProbe probe;
    private final WindowScan scan;
    private final VersionGuard guard = new VersionGuard();

    /** Null between cycles. */
    private Horizon horizon;

    /** Where the first pass waits until the trailing pass has caught up, or null. */
    private LocalDateTime firstPassWaitsAt;

    public UpdateWindows(ChangeFeed feed, WindowSettings settings, ServerClock clock, LateRowProbe probe) {
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
        this.probe = probe;
        this.scan = new WindowScan(feed, settings, guard);
    }

    @Override
    public Optional<Unit> next(Position position) {
        WindowState state = WindowState.from(position);
        if (horizon == null) {
            // The probe comes first, also because it brings the platform's time for the horizon.
            Optional<Unit> late = probe.look(position, state, guard);
            horizon = Horizon.of(clock, settings, feed.overlapSeconds());
            if (late.isPresent()) {
                return late;
            }
        }
        Optional<Unit> unit = readOn(position, state);
        if (unit.isEmpty()) {
            horizon = null;
        }
        return unit;
    }

    @Override
    public LocalDateTime completeUpTo(Position position) {
        WindowState state = WindowState.from(position);
        return state.isBackfill() ? null : state.completeUpTo();
    }

    private Optional<Unit> readOn(Position position, WindowState state) {
        if (WindowScan.isUnderWay(position)) {
            return Optional.of(scan.readOn(position, state));
        }
        LocalDateTime trailingLimit = earlier(horizon.trailing(), state.first().upTo());
        if (state.trailing().upTo().isBefore(trailingLimit)) {
            return read(new Reading(position, state, Pass.TRAILING, false), trailingLimit);
        }
        LocalDateTime start = state.first().upTo();
        if (!start.isBefore(horizon.first())) {
            return Optional.empty();
        }
        boolean isOldEnoughForBoth = start.equals(state.trailing().upTo()) && start.isBefore(horizon.trailing());
        if (start.equals(firstPassWaitsAt) && !isOldEnoughForBoth) {
            return Optional.empty();
        }
        LocalDateTime limit = isOldEnoughForBoth ? horizon.trailing() : horizon.first();
        return read(new Reading(position, state, Pass.FIRST, isOldEnoughForBoth), limit);
    }

    private Optional<Unit> read(Reading reading, LocalDateTime limit) {
        long requestsBefore = feed.requests();
        PassState pass = reading.passState();
        Window window = new Window(
                pass.upTo(),
                earlier(limit, pass.upTo().plusSeconds(WindowLength.next(pass, reading.state.pageSize()))));
        boolean mustBeProven = pass.tripwireIsDue() || reading.state.memory().size() > EmittedMemory.CAPACITY / 2;
        ClosedWindowReader reader = new ClosedWindowReader(feed, reading.state.pageSize(), settings.maximumPages());
        while (true) {
            WindowReading found = reader.read(window, mustBeProven);
            if (found instanceof WindowReading.TooLarge) {
                window = window.firstHalf();
            } else if (found instanceof WindowReading.PageSizeShrank) {
                return Optional.of(goBack(reading, requestsBefore));
            } else if (found instanceof WindowReading.BeyondPaging) {
                return scanSecond(reading, window, requestsBefore);
            } else if (found instanceof WindowReading.Complete complete) {
                return complete(reading, window, complete, reader.pageSize(), requestsBefore);
            }
        }
    }

    private Optional<Unit> complete(
            Reading reading, Window window, WindowReading.Complete complete, PageSize pageSize, long requestsBefore) {
        WindowState state = reading.state;
        int count = complete.entries().size();
        boolean isUnproven = complete.certainty() == Certainty.UNPROVEN;
        if (isUnproven
                && reading.pass == Pass.TRAILING
                && feed.idPagesShowEveryRow()
                && !state.unproven().hasCounted(window.start(), count)) {
            return scanSecond(reading, window, requestsBefore);
        }
        LoadedRows loaded = feed.load(complete.entries());
        Emission emission = new Emission(feed, state.memory(), guard);
        LateRows late = state.late();
        for (JsonNode row : loaded.rows()) {
            RowVersion version = RowVersion.of(row);
            boolean belongsToEarlierWindow = feed.overlapSeconds() > 0 && Emission.isBefore(version, window.start());
            if (!belongsToEarlierWindow
                    && emission.offer(row, version, reading.pass.readMode)
                    && reading.pass == Pass.TRAILING
                    && Emission.isBefore(version, window.end())) {
                late = late.with(Horizon.millisBetween(version.lastUpdated(), horizon.now()));
            }
        }
        boolean mustBeRemembered = reading.pass == Pass.FIRST && !reading.isForBothPasses;
        if (mustBeRemembered && !state.memory().hasRoomFor(emission.rows().size())) {
            firstPassWaitsAt = window.start();
            log.info(
                    "{}: more changes than can be remembered; waiting until {} is {} ms old.",
                    settings.resource(),
                    window.start(),
                    settings.lookBack().toMillis());
            return Optional.empty();
        }
        emission.settle();
        if (isUnproven && reading.pass == Pass.FIRST) {
            state.unproven().add(window.start(), count);
        }
        boolean isProven = complete.certainty() == Certainty.PROVEN;
        PassState after = reading.passState().afterWindow(window, count, isProven);
        WindowState next = (reading.pass == Pass.TRAILING
                        ? state.with(state.first(), after, pageSize)
                        : state.with(
                                after, reading.isForBothPasses && !isUnproven ? after : state.trailing(), pageSize))
                .with(late, emission.highestId());
        return Optional.of(new Unit(
                emission.rows(),
                reading.position,
                next.addTo(reading.position),
                facts(next, reading.pass, window, complete.certainty(), requestsBefore, loaded.idsWithoutDetail())));
    }

    private Unit goBack(Reading reading, long requestsBefore) {
        WindowState state = reading.state;
        PassState first = state.first().backToProofOr(state.first().upTo());
        PassState trailing = state.trailing().backToProofOr(first.upTo());
        log.warn(
                "{}: the platform's page size has become smaller than {}. Reading again from {}, when it was last proven.",
                settings.resource(),
                state.pageSize().longest(),
                first.upTo());
        WindowState next = state.with(first, trailing, PageSize.UNKNOWN);
        return new Unit(
                List.of(),
                reading.position,
                next.addTo(reading.position),
                facts(next, reading.pass, null, null, requestsBefore, List.of()));
    }

    /** A second that is too young to be read for both passes at once has to wait: it could not be remembered. */
    private Optional<Unit> scanSecond(Reading reading, Window window, long requestsBefore) {
        WindowState state = reading.state;
        if (reading.pass == Pass.FIRST && !reading.isForBothPasses) {
            firstPassWaitsAt = window.start();
            return Optional.empty();
        }
        Position next = scan.begin(state.addTo(reading.position), window);
        return Optional.of(new Unit(
                List.of(),
                reading.position,
                next,
                facts(state, reading.pass, window, null, requestsBefore, List.of())));
    }

    private UnitFacts facts(
            WindowState state,
            Pass pass,
            Window window,
            Certainty certainty,
            long requestsBefore,
            List<Long> idsWithoutDetail) {
        return WindowFacts.of(state, pass.told, window, certainty, feed.requests() - requestsBefore, idsWithoutDetail);
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private enum Pass {
        FIRST(Progress.Pass.FIRST, ReadMode.WINDOW),
        TRAILING(Progress.Pass.TRAILING, ReadMode.LOOK_BACK);

        private final Progress.Pass told;
        private final ReadMode readMode;

        Pass(Progress.Pass told, ReadMode readMode) {
            this.told = told;
            this.readMode = readMode;
        }
    }

    /**
     * @param isForBothPasses whether what is read now is old enough not to be read again
     */
    private record Reading(Position position, WindowState state, Pass pass, boolean isForBothPasses) {

        PassState passState() {
            return pass == Pass.TRAILING ? state.trailing() : state.first();
        }
    }
}

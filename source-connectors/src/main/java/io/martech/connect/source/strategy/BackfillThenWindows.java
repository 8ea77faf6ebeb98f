package io.martech.connect.source.strategy;

import io.martech.connect.client.ServerClock;
import io.martech.connect.schema.Progress;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All history first, then what changes. The position names the phase and the method of the backfill: {@code id}, or
 * {@code window} where only windows can tell (a start time is given, or the cursor does not show the rows).
 */
public final class BackfillThenWindows implements Strategy {

    private static final Logger log = LoggerFactory.getLogger(BackfillThenWindows.class);

    static final String PHASE = "phase";
    static final String METHOD = "method";
    static final String BY_ID = "id";
    static final String BY_WINDOW = "window";

    private final IdBackfill backfill;
    private final Strategy windows;
    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final ServerClock clock;
    private final LocalDateTime startTime;

    private boolean hasToldThatReadingWaits;

    /**
     * @param ahead sends the request for the next page of the backfill while the last one is worked on
     * @param startTime where windows begin, instead of a backfill by id; null for a backfill by id
     */
    public BackfillThenWindows(
            ChangeFeed feed,
            WindowSettings settings,
            ServerClock clock,
            Executor ahead,
            LocalDateTime startTime,
            Strategy windows) {
        this.backfill = new IdBackfill(feed, settings, clock, ahead);
        this.windows = windows;
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
        this.startTime = startTime;
    }

    @Override
    public Optional<Unit> next(Position position) {
        if (readsWindows(position)) {
            return windows.next(position);
        }
        if (startTime == null) {
            Position named =
                    position.with(PHASE, Progress.Phase.BACKFILL.text()).with(METHOD, BY_ID);
            return Optional.of(startingFrom(position, backfill.next(named)));
        }
        return beginWithWindows(position).flatMap(windows::next).map(unit -> startingFrom(position, unit));
    }

    /** How often the history was found to hold what the user should look at. */
    public long warnings() {
        return backfill.warnings();
    }

    @Override
    public LocalDateTime completeUpTo(Position position) {
        return readsWindows(position) ? windows.completeUpTo(position) : null;
    }

    /** Whether all rows are wanted, however old. */
    static boolean beginsWithHistory(Position position) {
        return BY_ID.equals(position.text(METHOD));
    }

    /** Whether the highest id seen may lie below ids of old rows: a person has set the position, or no row was seen yet. */
    static boolean isHighestIdUncertain(Position position, WindowState state) {
        return !position.has(METHOD) || state.highestId() == 0;
    }

    private static boolean readsWindows(Position position) {
        return Progress.Phase.WINDOWS.text().equals(position.text(PHASE));
    }

    private static Unit startingFrom(Position position, Unit unit) {
        return new Unit(unit.rows(), position, unit.next(), unit.facts());
    }

    /**
     * Nothing while the start time lies ahead. The cutoff only tells when backfill ends; a request is sent first, since the
     * platform's time comes with it.
     */
    private Optional<Position> beginWithWindows(Position position) {
        feed.idPage(Long.MAX_VALUE);
        Horizon horizon = Horizon.of(clock, settings, feed.overlapSeconds());
        if (!startTime.isBefore(horizon.first())) {
            tellOnceThatReadingWaits();
            return Optional.empty();
        }
        return Optional.of(WindowState.beginAt(position, startTime, horizon.trailing())
                .with(METHOD, BY_WINDOW)
                .with(PHASE, Progress.Phase.WINDOWS.text()));
    }

    private void tellOnceThatReadingWaits() {
        if (!hasToldThatReadingWaits) {
            log.warn("{}: nothing is read before the start time, {}.", settings.resource(), startTime);
            hasToldThatReadingWaits = true;
        }
    }
}

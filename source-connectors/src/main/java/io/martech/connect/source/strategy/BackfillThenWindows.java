package io.martech.connect.source.strategy;

import io.martech.connect.client.ServerClock;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * All history first, then what changes. The position names the phase and the method of the backfill: {@code id}, or
 * {@code window} where only windows can tell (a start time is given, or the cursor does not show the rows).
 */
public final class BackfillThenWindows implements Strategy {

    static final String METHOD = "method";

    private final IdBackfill backfill;
    private final Strategy windows;
    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final ServerClock clock;
    private final LocalDateTime startTime;

    /**
     * @param startTime where windows begin, instead of a backfill by id; null for a backfill by id
     */
    public BackfillThenWindows(
            ChangeFeed feed, WindowSettings settings, ServerClock clock, LocalDateTime startTime, Strategy windows) {
        this.backfill = new IdBackfill(feed, settings, clock);
        this.windows = windows;
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
        this.startTime = startTime;
    }

    @Override
    public Optional<Unit> next(Position position) {
        if (Phase.WINDOWS.isPhaseOf(position)) {
            return windows.next(position);
        }
        if (startTime == null) {
            Position named = position.with(Phase.KEY, Phase.BACKFILL.text()).with(METHOD, "id");
            return Optional.of(startingFrom(position, backfill.next(named)));
        }
        return windows.next(beginWithWindows(position)).map(unit -> startingFrom(position, unit));
    }

    @Override
    public LocalDateTime completeUpTo(Position position) {
        return Phase.WINDOWS.isPhaseOf(position) ? windows.completeUpTo(position) : null;
    }

    private static Unit startingFrom(Position position, Unit unit) {
        return new Unit(unit.rows(), position, unit.next(), unit.facts());
    }

    /** The cutoff only tells when backfill ends; a request is sent first, since the platform's time comes with it. */
    private Position beginWithWindows(Position position) {
        feed.idPage(Long.MAX_VALUE);
        LocalDateTime cutoff =
                Horizon.of(clock, settings, feed.overlapSeconds()).trailing();
        LocalDateTime start = startTime.isBefore(cutoff) ? startTime : cutoff;
        return WindowState.beginAt(position, start, cutoff)
                .with(METHOD, "window")
                .with(LateRowProbe.START, start)
                .with(Phase.KEY, Phase.WINDOWS.text());
    }
}

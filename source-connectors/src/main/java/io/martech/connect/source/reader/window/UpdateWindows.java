package io.martech.connect.source.reader.window;

import io.martech.connect.client.ServerClock;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.IdRangeReader;
import io.martech.connect.source.reader.Watermark;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.emitted.VersionGuard;
import java.time.LocalDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads changes by windows of the update time. A first pass reads every second once it has settled; a trailing pass
 * reads it again at the age of {@code lookback.ms}, and emits what the first had not. A window that was old enough for
 * both when first read is not read twice.
 *
 * <p>A cycle reads up to the watermark at its beginning: a probe once a minute, then the passes, the trailing one
 * first so that the stored state stays small.
 */
public final class UpdateWindows implements Reader {

    private static final Logger log = LoggerFactory.getLogger(UpdateWindows.class);

    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final ServerClock clock;
    private final LateArrivalProbe probe;
    private final WindowScan scan;
    private final WindowSteps steps;
    private final VersionGuard guard;
    private final CompletedWindows completed;

    /** Null between cycles. */
    private Watermark horizon;

    /** Where the first pass waits until it can read for both passes at once, or null. */
    private LocalDateTime firstPassWaitsAt;

    public UpdateWindows(
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
        this.completed = new CompletedWindows(feed::idOf, settings.times());
        this.steps = new WindowSteps(feed, settings, guard, scan, completed);
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        WindowState state = WindowState.from(cursor);
        if (horizon == null) {
            // The probe comes first, also because it brings the platform's time for the watermark.
            Optional<Chunk> late = probe.next(cursor, state, guard, completed);
            if (late.isEmpty()) {
                late = probe.goBackFromTheFuture(cursor, state);
            }
            if (late.isPresent()) {
                return late;
            }
            horizon = Watermark.of(
                    clock, settings, feed.overlapSeconds(), state.clock().millis());
        }
        Optional<Chunk> chunk = readOn(cursor, state.beyondCrowdedTimes());
        if (chunk.isEmpty()) {
            // A scan alternates with windows: after each of its chunks a new cycle begins.
            chunk = scan.next(cursor, state, horizon);
            horizon = null;
        }
        return chunk;
    }

    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return WindowState.completeUpTo(cursor);
    }

    private Optional<Chunk> readOn(Cursor cursor, WindowState state) {
        LocalDateTime first = state.first().upTo();
        LocalDateTime trailing = state.trailing().upTo();
        CrowdedTimes crowded = state.crowded().with(state.scanned());
        LocalDateTime trailingLimit =
                crowded.limitAfter(trailing, horizon.trailing().isBefore(first) ? horizon.trailing() : first);
        if (trailing.isBefore(trailingLimit)) {
            return steps.take(new WindowTask(cursor, state, WindowPass.TRAILING, trailingLimit, false), horizon.now());
        }
        boolean isOldEnoughForBoth = first.equals(trailing) && first.isBefore(horizon.trailing());
        boolean mustWait = first.equals(firstPassWaitsAt) && !isOldEnoughForBoth;
        if (mustWait || !first.isBefore(horizon.first())) {
            return Optional.empty();
        }
        LocalDateTime limit = crowded.limitAfter(first, isOldEnoughForBoth ? horizon.trailing() : horizon.first());
        Optional<Chunk> chunk =
                steps.take(new WindowTask(cursor, state, WindowPass.FIRST, limit, isOldEnoughForBoth), horizon.now());
        if (chunk.isEmpty()) {
            waitAt(first);
        }
        return chunk;
    }

    private void waitAt(LocalDateTime time) {
        firstPassWaitsAt = time;
        log.info(
                "{}: more changes at {} than can be remembered; they are read once they are {} ms old.",
                settings.resource(),
                time,
                settings.lookBack().toMillis());
    }
}

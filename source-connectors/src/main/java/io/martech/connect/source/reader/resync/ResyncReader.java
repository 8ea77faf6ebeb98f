package io.martech.connect.source.reader.resync;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TimeSource;
import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.chunk.Row.ReadMode;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.IdRangeReader;
import io.martech.connect.source.reader.IdRangeReader.IdPage;
import io.martech.connect.source.reader.Watermark;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.emitted.RowVersion;
import io.martech.connect.source.reader.emitted.VersionGuard;
import io.martech.connect.source.reader.window.WindowState;
import io.martech.connect.source.reader.window.WindowStats;
import java.time.LocalDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads changes by another reader and, by interval or on request, all rows again by id, for rows that changed without a
 * new update time, or were lost downstream. Emits every row that it reads, except those that the window passes are still
 * to read: so no older state follows a newer one, as long as no replica lags by more than settle lag and look-back.
 *
 * <p>Changes take priority: during a resync they are polled as often as without it, and a page waits until all of them
 * are read. Pages requested before are then requested again, since they may hold an older state.
 */
public final class ResyncReader implements Reader {

    private static final Logger log = LoggerFactory.getLogger(ResyncReader.class);

    private final Reader changes;
    private final ChangeFeed feed;
    private final WindowSettings windows;
    private final ResyncSettings settings;
    private final IdRangeReader pages;
    private final VersionGuard guard;
    private final ServerClock clock;
    private final TimeSource time;

    /**
     * On the monotonic clock: a replica may still lag behind what was emitted before the start, which the guard does not
     * know.
     */
    private final long startedAt;

    /** When no more changes were found, on the monotonic clock; null before the first time. */
    private Long polledAt;

    /**
     * @param changes reads the history and changes
     * @param guard holds the versions that {@code changes} has emitted
     */
    public ResyncReader(
            Reader changes,
            ChangeFeed feed,
            WindowSettings windows,
            ResyncSettings settings,
            IdRangeReader pages,
            VersionGuard guard,
            ServerClock clock,
            TimeSource time) {
        this.changes = changes;
        this.feed = feed;
        this.windows = windows;
        this.settings = settings;
        this.pages = pages;
        this.guard = guard;
        this.clock = clock;
        this.time = time;
        this.startedAt = time.nanoTime();
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        ResyncCursor at = new ResyncCursor(cursor);
        if (!at.isUnderWay() || isPollDue()) {
            Optional<Chunk> chunk = changes.next(cursor);
            if (chunk.isPresent()) {
                pages.forget();
                return chunk;
            }
            polledAt = time.nanoTime();
        }
        if (changes.completeUpTo(cursor) == null || replicasMayBeBehind()) {
            return Optional.empty();
        }
        return begun(at).map(this::readOn);
    }

    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return changes.completeUpTo(cursor);
    }

    private boolean isPollDue() {
        return polledAt == null
                || time.nanoTime() - polledAt >= settings.pollInterval().toNanos();
    }

    private boolean replicasMayBeBehind() {
        return time.nanoTime() - startedAt
                < windows.settleLag().plus(windows.lookBack()).toNanos();
    }

    /** The resync that is in progress or due, or empty. A new request replaces the resync in progress. */
    private Optional<ResyncCursor> begun(ResyncCursor at) {
        LocalDateTime now = Watermark.now(clock, windows);
        if (!settings.request().isEmpty() && !at.knows(settings.request())) {
            log.info("{}: resync as requested ({}).", windows.resource(), settings.request());
            pages.forget();
            return Optional.of(at.begunByRequest(now, settings));
        }
        if (at.isUnderWay()) {
            return Optional.of(at);
        }
        LocalDateTime since = at.restsSince();
        // A time in the future cannot come from a correct clock.
        boolean isDue = since.isAfter(now) || !since.plus(settings.interval()).isAfter(now);
        return settings.interval().isZero() || !isDue ? Optional.empty() : Optional.of(at.begunByInterval(now));
    }

    private Chunk readOn(ResyncCursor at) {
        WindowState state = WindowState.from(at.cursor());
        IdPage page = pages.next(at.left(), entry -> true);
        Cursor next = at.after(page.next(), Watermark.now(clock, windows)).cursor();
        if (page.next().isDone()) {
            log.info("{}: resync completed.", windows.resource());
            next = withTheHighest(next, page.next().highest());
        }
        return new Chunk(
                page.rows().stream()
                        .filter(row -> isOfTheResync(at, state, row))
                        .map(row -> new Row(row, ReadMode.RESYNC))
                        .toList(),
                at.cursor(),
                next,
                WindowStats.of(state, Progress.Pass.RESYNC, null, Certainty.CURSOR, page.idsWithoutDetail())
                        .with(page.next().progress()));
    }

    private boolean isOfTheResync(ResyncCursor at, WindowState state, JsonNode row) {
        RowVersion version = windows.times().versionOf(row);
        LocalDateTime updated = version.lastUpdated();
        boolean isTooOld = settings.startTime() != null && (updated == null || updated.isBefore(settings.startTime()));
        boolean isOfWindows = updated != null && !updated.isBefore(state.completeUpTo());
        return !isTooOld && !isOfWindows && at.isWanted(updated) && !guard.hasEmittedNewer(feed.idOf(row), version);
    }

    /** After a manually set cursor neither the highest id is known, nor that rows before the windows were read by id. */
    private Cursor withTheHighest(Cursor cursor, long highestId) {
        WindowState state = WindowState.from(cursor);
        if (cursor.has(WindowState.METHOD) && state.highestId() > 0) {
            return cursor;
        }
        Cursor next = state.with(state.late(), highestId).addTo(cursor);
        return next.has(WindowState.METHOD)
                ? next
                : next.with(
                        WindowState.METHOD, settings.startTime() == null ? WindowState.BY_ID : WindowState.BY_WINDOW);
    }
}

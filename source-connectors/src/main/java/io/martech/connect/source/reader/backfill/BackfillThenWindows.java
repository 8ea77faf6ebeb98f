package io.martech.connect.source.reader.backfill;

import io.martech.connect.client.ServerClock;
import io.martech.connect.schema.Progress;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.IdRangeReader;
import io.martech.connect.source.reader.Watermark;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.window.WindowState;
import java.time.LocalDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the whole history first, then changes. The cursor holds the phase and the method of the backfill: {@code id}, or
 * {@code window} where only windows can be used (a start time is configured, or the id cursor does not return all rows).
 */
public final class BackfillThenWindows implements Reader {

    private static final Logger log = LoggerFactory.getLogger(BackfillThenWindows.class);

    private final IdBackfill backfill;
    private final Reader windows;
    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final ServerClock clock;
    private final LocalDateTime startTime;

    private boolean hasToldThatReadingWaits;

    /**
     * @param history reads all rows by id
     * @param startTime where windows begin, instead of a backfill by id; null for a backfill by id
     */
    public BackfillThenWindows(
            ChangeFeed feed,
            WindowSettings settings,
            ServerClock clock,
            IdRangeReader history,
            LocalDateTime startTime,
            Reader windows) {
        this.backfill = new IdBackfill(feed, settings, clock, history);
        this.windows = windows;
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
        this.startTime = startTime;
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        if (readsWindows(cursor)) {
            return windows.next(cursor);
        }
        if (startTime == null) {
            Cursor named = cursor.with(WindowState.PHASE, Progress.Phase.BACKFILL.text())
                    .with(WindowState.METHOD, WindowState.BY_ID);
            return Optional.of(startingFrom(cursor, backfill.next(named)));
        }
        return beginWithWindows(cursor).flatMap(windows::next).map(chunk -> startingFrom(cursor, chunk));
    }

    /** How many findings of the backfill the user should check. */
    public long warnings() {
        return backfill.warnings();
    }

    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return readsWindows(cursor) ? windows.completeUpTo(cursor) : null;
    }

    private static boolean readsWindows(Cursor cursor) {
        return Progress.Phase.WINDOWS.text().equals(cursor.text(WindowState.PHASE));
    }

    private static Chunk startingFrom(Cursor cursor, Chunk chunk) {
        return new Chunk(chunk.rows(), cursor, chunk.next(), chunk.facts());
    }

    /**
     * Empty while the start time is in the future. The cutoff only determines when the backfill ends; a request is sent
     * first, since its response brings the platform's time.
     */
    private Optional<Cursor> beginWithWindows(Cursor cursor) {
        feed.idPage(Long.MAX_VALUE);
        Watermark horizon = Watermark.of(clock, settings, feed.overlapSeconds());
        if (!startTime.isBefore(horizon.first())) {
            tellOnceThatReadingWaits();
            return Optional.empty();
        }
        return Optional.of(WindowState.beginAt(cursor, startTime, horizon.trailing())
                .with(WindowState.METHOD, WindowState.BY_WINDOW)
                .with(WindowState.PHASE, Progress.Phase.WINDOWS.text()));
    }

    private void tellOnceThatReadingWaits() {
        if (!hasToldThatReadingWaits) {
            log.warn("{}: nothing is read before the start time, {}.", settings.resource(), startTime);
            hasToldThatReadingWaits = true;
        }
    }
}

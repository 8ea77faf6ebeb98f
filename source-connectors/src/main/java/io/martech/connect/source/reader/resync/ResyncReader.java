package io.martech.connect.source.reader.resync;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TimeSource;
import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.engine.Chunk;
import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Reader;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.SliceCursors;
import io.martech.connect.source.engine.StoredSlice;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.ChangeFeed.LoadedRows;
import io.martech.connect.source.reader.IdOrder;
import io.martech.connect.source.reader.Watermark;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.backfill.BackfillThenWindows;
import io.martech.connect.source.reader.emitted.Buckets;
import io.martech.connect.source.reader.emitted.RowVersion;
import io.martech.connect.source.reader.window.WindowState;
import io.martech.connect.source.reader.window.WindowStats;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads changes by another reader, and now and then everything again by id, for a platform that may change rows without
 * moving their update time. What differs from what was emitted last is emitted; what was emitted is kept beside each chunk
 * ({@link LastVersions}).
 *
 * <p>What is new comes first: between two pages of a rescan changes are looked for whenever it is time to, and a page waits until
 * all of them are read. What the passes over windows will still read is left to them, so that no row takes two ways at once.
 */
public final class ResyncReader implements Reader {

    /** The field that names a bucket in the source partition. */
    public static final String SLICE = Buckets.SLICE;

    private final Reader changes;
    private final ChangeFeed feed;
    private final WindowSettings windows;
    private final ResyncSettings settings;
    private final SliceCursors stored;
    private final ServerClock clock;
    private final TimeSource time;

    /** Null until it is needed. */
    private LastVersions versions;

    /** When nothing more was found to have changed, on the monotonic clock; null before the first time. */
    private Long lookedAt;

    /**
     * @param changes reads the history and what changes
     * @param stored what was emitted of each row
     */
    public ResyncReader(
            Reader changes,
            ChangeFeed feed,
            WindowSettings windows,
            ResyncSettings settings,
            SliceCursors stored,
            ServerClock clock,
            TimeSource time) {
        this.changes = changes;
        this.feed = feed;
        this.windows = windows;
        this.settings = settings;
        this.stored = stored;
        this.clock = clock;
        this.time = time;
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        ResyncCursor at = new ResyncCursor(cursor);
        if (!at.isUnderWay() || isLookDue()) {
            Optional<Chunk> chunk = changes.next(cursor);
            if (chunk.isPresent()) {
                return Optional.of(remembering(at, chunk.get()));
            }
            lookedAt = time.nanoTime();
        }
        boolean mayRead = at.knownSince() != null && changes.completeUpTo(cursor) != null;
        return mayRead && (at.isUnderWay() || isDue(at)) ? Optional.of(readOn(at)) : Optional.empty();
    }

    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return changes.completeUpTo(cursor);
    }

    private boolean isLookDue() {
        return lookedAt == null
                || time.nanoTime() - lookedAt >= settings.lookInterval().toNanos();
    }

    private boolean isDue(ResyncCursor at) {
        return !at.restsSince().plus(settings.interval()).isAfter(now());
    }

    private Chunk remembering(ResyncCursor at, Chunk chunk) {
        LocalDateTime since = at.knownSince() == null ? now() : at.knownSince();
        LastVersions known = versions(since, at);
        for (Row row : chunk.rows()) {
            known.put(feed.idOf(row.content()), RowVersion.of(row.content()));
        }
        List<StoredSlice> beside = known.changed();
        Cursor next = new ResyncCursor(chunk.next())
                .knowing(since, beside.isEmpty() ? at.steps() : known.steps(), known.count())
                .cursor();
        return new Chunk(null, chunk.rows(), chunk.from(), next, chunk.facts(), beside);
    }

    private Chunk readOn(ResyncCursor at) {
        long requestsBefore = feed.requests();
        WindowState state = WindowState.from(at.cursor());
        List<JsonNode> page = feed.idPage(at.lastId());
        long lastId = IdOrder.lastOf(feed::idOf, page, at.lastId(), windows.resource());
        // Ids above the highest are new: the probe looks for those that no window shows.
        boolean readsToTheEnd = BackfillThenWindows.isHighestIdUncertain(at.cursor(), state);
        LoadedRows loaded = feed.load(page.stream()
                .filter(entry -> readsToTheEnd || feed.idOf(entry) <= state.highestId())
                .toList());
        LastVersions known = versions(at.knownSince(), at);
        List<Row> rows = new ArrayList<>();
        Map<Long, RowVersion> news = new LinkedHashMap<>();
        for (JsonNode row : loaded.rows()) {
            long id = feed.idOf(row);
            RowVersion version = RowVersion.of(row);
            if (isOfARescan(at.cursor(), version)
                    && isNews(known.of(id), version)
                    && state.hasRoomToRemember(version)) {
                rows.add(new Row(row, ReadMode.RESYNC));
                news.put(id, version);
                // A window that has to be read once more does not tell it again.
                state.memory().add(version);
            }
        }
        news.forEach(known::put);
        List<StoredSlice> beside = known.changed();
        ResyncCursor here = beside.isEmpty()
                ? at
                : new ResyncCursor(state.addTo(at.cursor())).knowing(at.knownSince(), known.steps(), known.count());
        boolean isLast = page.isEmpty() || (!readsToTheEnd && lastId >= state.highestId());
        ResyncCursor next = isLast ? here.ended(now()) : here.at(lastId, now());
        return new Chunk(
                null,
                rows,
                at.cursor(),
                isLast && readsToTheEnd ? withTheNewest(next.cursor(), lastId) : next.cursor(),
                WindowStats.of(
                        state,
                        Progress.Pass.RESYNC,
                        null,
                        Certainty.CURSOR,
                        feed.requests() - requestsBefore,
                        loaded.idsWithoutDetail()),
                beside);
    }

    /** Whether no window shows the row any more, and it is none of those that were not wanted for being too old. */
    private boolean isOfARescan(Cursor cursor, RowVersion version) {
        if (version.lastUpdated() == null) {
            return settings.startTime() == null;
        }
        boolean isTooOld = settings.startTime() != null && version.lastUpdated().isBefore(settings.startTime());
        return !isTooOld && version.lastUpdated().isBefore(changes.completeUpTo(cursor));
    }

    /** From now on the highest id seen is one, and what lies before windows was read by id. */
    private Cursor withTheNewest(Cursor cursor, long lastId) {
        WindowState state = WindowState.from(cursor);
        Cursor next = state.with(state.late(), lastId).addTo(cursor);
        return next.has(WindowState.METHOD)
                ? next
                : next.with(
                        WindowState.METHOD, settings.startTime() == null ? WindowState.BY_ID : WindowState.BY_WINDOW);
    }

    private static boolean isNews(RowVersion emitted, RowVersion version) {
        return emitted == null || !version.isNoNewsAfter(emitted);
    }

    private LastVersions versions(LocalDateTime since, ResyncCursor at) {
        if (versions == null) {
            versions = LastVersions.load(stored, since, at.steps(), at.buckets());
        }
        return versions;
    }

    private LocalDateTime now() {
        return Watermark.now(clock, windows);
    }
}

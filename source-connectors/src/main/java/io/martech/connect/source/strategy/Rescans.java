package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TimeSource;
import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.SlicePositions;
import io.martech.connect.source.engine.StoredSlice;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.strategy.ChangeFeed.LoadedRows;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads changes by another strategy, and now and then everything again by id, for a platform that may change rows without
 * moving their update time. What differs from what was emitted last is emitted; what was emitted is kept beside each unit
 * ({@link LastVersions}).
 *
 * <p>What is new comes first: between two pages of a rescan changes are looked for whenever it is time to, and a page waits until
 * all of them are read. What the passes over windows will still read is left to them, so that no row takes two ways at once.
 */
public final class Rescans implements Strategy {

    /** The field that names a bucket in the source partition. */
    public static final String SLICE = Buckets.SLICE;

    private final Strategy changes;
    private final ChangeFeed feed;
    private final WindowSettings windows;
    private final RescanSettings settings;
    private final SlicePositions stored;
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
    public Rescans(
            Strategy changes,
            ChangeFeed feed,
            WindowSettings windows,
            RescanSettings settings,
            SlicePositions stored,
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
    public Optional<Unit> next(Position position) {
        RescanPosition at = new RescanPosition(position);
        if (!at.isUnderWay() || isLookDue()) {
            Optional<Unit> unit = changes.next(position);
            if (unit.isPresent()) {
                return Optional.of(remembering(at, unit.get()));
            }
            lookedAt = time.nanoTime();
        }
        boolean mayRead = at.knownSince() != null && changes.completeUpTo(position) != null;
        return mayRead && (at.isUnderWay() || isDue(at)) ? Optional.of(readOn(at)) : Optional.empty();
    }

    @Override
    public LocalDateTime completeUpTo(Position position) {
        return changes.completeUpTo(position);
    }

    private boolean isLookDue() {
        return lookedAt == null
                || time.nanoTime() - lookedAt >= settings.lookInterval().toNanos();
    }

    private boolean isDue(RescanPosition at) {
        return !at.restsSince().plus(settings.interval()).isAfter(now());
    }

    private Unit remembering(RescanPosition at, Unit unit) {
        LocalDateTime since = at.knownSince() == null ? now() : at.knownSince();
        LastVersions known = versions(since, at);
        for (Row row : unit.rows()) {
            known.put(feed.idOf(row.content()), RowVersion.of(row.content()));
        }
        List<StoredSlice> beside = known.changed();
        Position next = new RescanPosition(unit.next())
                .knowing(since, beside.isEmpty() ? at.steps() : known.steps(), known.count())
                .position();
        return new Unit(null, unit.rows(), unit.from(), next, unit.facts(), beside);
    }

    private Unit readOn(RescanPosition at) {
        long requestsBefore = feed.requests();
        WindowState state = WindowState.from(at.position());
        List<JsonNode> page = feed.idPage(at.lastId());
        long lastId = IdOrder.lastOf(feed::idOf, page, at.lastId(), windows.resource());
        // Ids above the highest are new: the probe looks for those that no window shows.
        boolean readsToTheEnd = BackfillThenWindows.isHighestIdUncertain(at.position(), state);
        LoadedRows loaded = feed.load(page.stream()
                .filter(entry -> readsToTheEnd || feed.idOf(entry) <= state.highestId())
                .toList());
        LastVersions known = versions(at.knownSince(), at);
        List<Row> rows = new ArrayList<>();
        Map<Long, RowVersion> news = new LinkedHashMap<>();
        for (JsonNode row : loaded.rows()) {
            long id = feed.idOf(row);
            RowVersion version = RowVersion.of(row);
            if (isOfARescan(at.position(), version)
                    && isNews(known.of(id), version)
                    && state.hasRoomToRemember(version)) {
                rows.add(new Row(row, ReadMode.RESCAN));
                news.put(id, version);
                // A window that has to be read once more does not tell it again.
                state.memory().add(version);
            }
        }
        news.forEach(known::put);
        List<StoredSlice> beside = known.changed();
        RescanPosition here = beside.isEmpty()
                ? at
                : new RescanPosition(state.addTo(at.position())).knowing(at.knownSince(), known.steps(), known.count());
        boolean isLast = page.isEmpty() || (!readsToTheEnd && lastId >= state.highestId());
        RescanPosition next = isLast ? here.ended(now()) : here.at(lastId, now());
        return new Unit(
                null,
                rows,
                at.position(),
                isLast && readsToTheEnd ? withTheNewest(next.position(), lastId) : next.position(),
                WindowFacts.of(
                        state,
                        Progress.Pass.RESCAN,
                        null,
                        Certainty.CURSOR,
                        feed.requests() - requestsBefore,
                        loaded.idsWithoutDetail()),
                beside);
    }

    /** Whether no window shows the row any more, and it is none of those that were not wanted for being too old. */
    private boolean isOfARescan(Position position, RowVersion version) {
        if (version.lastUpdated() == null) {
            return settings.startTime() == null;
        }
        boolean isTooOld = settings.startTime() != null && version.lastUpdated().isBefore(settings.startTime());
        return !isTooOld && version.lastUpdated().isBefore(changes.completeUpTo(position));
    }

    /** From now on the highest id seen is one, and what lies before windows was read by id. */
    private Position withTheNewest(Position position, long lastId) {
        WindowState state = WindowState.from(position);
        Position next = state.with(state.late(), lastId).addTo(position);
        return next.has(BackfillThenWindows.METHOD)
                ? next
                : next.with(
                        BackfillThenWindows.METHOD,
                        settings.startTime() == null ? BackfillThenWindows.BY_ID : BackfillThenWindows.BY_WINDOW);
    }

    private static boolean isNews(RowVersion emitted, RowVersion version) {
        return emitted == null || !version.isNoNewsAfter(emitted);
    }

    private LastVersions versions(LocalDateTime since, RescanPosition at) {
        if (versions == null) {
            versions = LastVersions.load(stored, since, at.steps(), at.buckets());
        }
        return versions;
    }

    private LocalDateTime now() {
        return Horizon.now(clock, windows);
    }
}

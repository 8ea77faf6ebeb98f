package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TimeSource;
import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.strategy.ChangeFeed.LoadedRows;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a minute asks the id cursor for rows past the highest id seen. A new row whose update time lies in a window that
 * was already completed has slipped through: it is emitted and counted late. If the platform's times are not in the
 * configured zone, every window is empty and everything is lost in silence; this is what notices.
 */
public final class LateRowProbe {

    private static final Logger log = LoggerFactory.getLogger(LateRowProbe.class);

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration FAR = Duration.ofMinutes(30);
    private static final int FAR_LATE_PROBES = 3;
    private static final int PAGES = 10;

    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final ServerClock clock;
    private final TimeSource time;

    /** When the last probe was, on the monotonic clock; null before the first. */
    private Long lastProbe;

    /** Up to here everything was looked at, though not emitted; forgotten at a restart, which does no harm. */
    private long lookedAtUpTo;

    public LateRowProbe(ChangeFeed feed, WindowSettings settings, ServerClock clock, TimeSource time) {
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
        this.time = time;
    }

    /** A unit of late rows, or nothing if a probe is not due or finds none. */
    Optional<Unit> look(Position position, WindowState state, VersionGuard guard) {
        long now = time.nanoTime();
        if (lastProbe != null && now - lastProbe < INTERVAL.toNanos()) {
            return Optional.empty();
        }
        long requestsBefore = feed.requests();
        long lastId = Math.max(lookedAtUpTo, state.highestId());
        LocalDateTime start =
                BackfillThenWindows.beginsWithHistory(position) ? null : WindowState.beginningOf(position);
        List<JsonNode> slipped = new ArrayList<>();
        boolean zoneFits = false;
        for (int page = 0; page < PAGES; page++) {
            List<JsonNode> entries = feed.idPage(lastId);
            if (entries.isEmpty()) {
                break;
            }
            lastId = IdOrder.lastOf(feed::idOf, entries, lastId, settings.resource());
            zoneFits |= entries.stream().anyMatch(this::fitsTheZone);
            entries.stream()
                    .filter(entry -> hasSlippedThrough(entry, state, start))
                    .forEach(slipped::add);
        }
        WindowState here = zoneFits ? state.with(state.late().withoutFarLateProbes(), state.highestId()) : state;
        Optional<Unit> unit = emit(slipped, position, here, guard, zoneFits, requestsBefore);
        if (unit.isEmpty() && !here.late().equals(state.late())) {
            unit = Optional.of(unit(List.of(), position, here, requestsBefore, List.of()));
        }
        lookedAtUpTo = lastId;
        lastProbe = now;
        return unit;
    }

    private boolean hasSlippedThrough(JsonNode entry, WindowState state, LocalDateTime start) {
        LocalDateTime updated = RowVersion.lastUpdatedOf(entry);
        if (updated == null) {
            return start == null;
        }
        LocalDateTime now = Horizon.now(clock, settings);
        if (updated.isAfter(now.plus(FAR))) {
            log.warn(
                    "{}: id {} was updated {} minutes in the future. It will be read when that time has come; if it is"
                            + " so for every row, {} is wrong.",
                    settings.resource(),
                    feed.idOf(entry),
                    Duration.between(now, updated).toMinutes(),
                    settings.zoneKey());
        }
        return updated.isBefore(state.completeUpTo()) && (start == null || !updated.isBefore(start));
    }

    /** In a wrong zone the time of a row that is new is hours away from now. */
    private boolean fitsTheZone(JsonNode entry) {
        LocalDateTime updated = RowVersion.lastUpdatedOf(entry);
        return updated != null
                && Duration.between(updated, Horizon.now(clock, settings)).abs().compareTo(FAR) < 0;
    }

    private Optional<Unit> emit(
            List<JsonNode> slipped,
            Position position,
            WindowState state,
            VersionGuard guard,
            boolean zoneFits,
            long requestsBefore) {
        if (slipped.isEmpty()) {
            return Optional.empty();
        }
        LoadedRows loaded = feed.load(slipped);
        Emission emission = new Emission(feed, state.memory(), guard);
        LocalDateTime now = Horizon.now(clock, settings);
        LateRows late = state.late();
        long greatestAge = 0;
        for (JsonNode row : loaded.rows()) {
            RowVersion version = RowVersion.of(row);
            boolean isLate = Emission.isBefore(version, state.completeUpTo());
            if (emission.offer(row, version, ReadMode.PROBE) && isLate) {
                long age = Horizon.millisBetween(version.lastUpdated(), now);
                greatestAge = Math.max(greatestAge, age);
                late = late.with(age);
            }
        }
        if (emission.rows().isEmpty()) {
            return Optional.empty();
        }
        if (greatestAge > FAR.toMillis() && !zoneFits) {
            late = late.withFarLateProbe(now);
            refuseIfTheZoneSeemsWrong(late, greatestAge);
        }
        log.warn(
                "{}: {} new rows lay in windows that were already complete, up to {} ms old. They are emitted now."
                        + " If this goes on, raise lookback.ms or check {}.",
                settings.resource(),
                emission.rows().size(),
                greatestAge,
                settings.zoneKey());
        emission.settle();
        WindowState next = state.with(late, emission.highestId());
        return Optional.of(unit(emission.rows(), position, next, requestsBefore, loaded.idsWithoutDetail()));
    }

    private Unit unit(
            List<Row> rows, Position position, WindowState next, long requestsBefore, List<Long> idsWithoutDetail) {
        return new Unit(
                rows,
                position,
                next.addTo(position),
                WindowFacts.of(
                        next,
                        Progress.Pass.PROBE,
                        null,
                        Certainty.CURSOR,
                        feed.requests() - requestsBefore,
                        idsWithoutDetail));
    }

    private void refuseIfTheZoneSeemsWrong(LateRows late, long ageMillis) {
        if (late.farLateProbes() >= FAR_LATE_PROBES) {
            throw new PlatformException(
                    Category.STOP,
                    settings.resource()
                            + ": for the third time within a day new rows appeared with an update time that was read"
                            + " long ago, the last one "
                            + Duration.ofMillis(ageMillis).toMinutes()
                            + " minutes late, and none with the time of now. Either the platform's times are not in the"
                            + " zone " + settings.zone() + ": correct " + settings.zoneKey()
                            + ", then reset the offsets of '" + settings.resource()
                            + "' (DELETE /connectors/<name>/offsets), since updates may have been missed. Or rows were"
                            + " imported with old update times, and the zone is right: then stop the connector and store"
                            + " its offset again as it is, but without " + LateRows.FAR_LATE_PROBES + " and "
                            + LateRows.FAR_LATE_SINCE
                            + " (PATCH /connectors/<name>/offsets); nothing has to be read again.",
                    0,
                    null,
                    null,
                    null);
        }
    }
}

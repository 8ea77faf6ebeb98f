package io.martech.connect.source.reader.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TimeSource;
import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.chunk.Row.ReadMode;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.ChangeFeed.LoadedRows;
import io.martech.connect.source.reader.HumanReadableDuration;
import io.martech.connect.source.reader.IdOrder;
import io.martech.connect.source.reader.LateArrivals;
import io.martech.connect.source.reader.Watermark;
import io.martech.connect.source.reader.Window;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.emitted.RowVersion;
import io.martech.connect.source.reader.emitted.VersionGuard;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests rows beyond the highest known id once a minute. A new row whose update time is in a completed window was
 * missed: it is emitted and counted as late. This also detects a wrong time zone. If the configured zone is too far
 * east, every window is empty and all rows would be lost silently: new rows are late. If it is too far west, windows
 * stay hours behind while they seem to be complete: new rows are in the future.
 *
 * <p>Where only old rows change, the most recently completed windows are requested once more. If rows repeatedly
 * appear too late, the platform's clock is ahead of the one that dates its rows: then that offset is subtracted, and
 * everything since the clock was last correct is read again.
 */
public final class LateArrivalProbe {

    private static final Logger log = LoggerFactory.getLogger(LateArrivalProbe.class);

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int FAR_PROBES = 3;
    private static final int PAGES = 10;

    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final ServerClock clock;
    private final TimeSource time;
    private final ZoneErrors zoneErrors;
    private final LongAdder warnings = new LongAdder();

    /** When the last probe was, on the monotonic clock; null before the first. */
    private Long lastProbe;

    /** Rows up to this id were checked, though not emitted; lost on a restart, which does no harm. */
    private long lookedAtUpTo;

    public LateArrivalProbe(ChangeFeed feed, WindowSettings settings, ServerClock clock, TimeSource time) {
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
        this.time = time;
        this.zoneErrors = new ZoneErrors(settings);
    }

    /** How many findings the user should check. */
    public long warnings() {
        return warnings.sum();
    }

    /**
     * A chunk of late rows; empty if no probe is due or it finds none.
     *
     * @param completed what both passes have read most recently
     */
    Optional<Chunk> next(Cursor cursor, WindowState state, VersionGuard guard, CompletedWindows completed) {
        long now = time.nanoTime();
        if (lastProbe != null && now - lastProbe < INTERVAL.toNanos()) {
            return Optional.empty();
        }
        long lastId = Math.max(lookedAtUpTo, state.highestId());
        LocalDateTime start = WindowState.beginsWithHistory(cursor) ? null : WindowState.beginningOf(cursor);
        RowsAhead aheadBefore = RowsAhead.from(cursor);
        ZoneEvidence evidence = new ZoneEvidence(aheadBefore.lastId());
        List<JsonNode> slipped = new ArrayList<>();
        ClockOffset offset = state.clock();
        for (int page = 0; page < PAGES; page++) {
            List<JsonNode> entries = feed.idPage(lastId);
            if (entries.isEmpty()) {
                break;
            }
            lastId = IdOrder.lastOf(feed::idOf, entries, lastId, settings.resource());
            // Only now, since the platform's time comes with the response.
            LocalDateTime here = Watermark.now(clock, settings);
            for (JsonNode entry : entries) {
                LocalDateTime updated = settings.times().updatedOf(entry);
                evidence.offer(feed.idOf(entry), updated, here);
                if (updated != null) {
                    offset = offset.atMost(Watermark.millisBetween(updated, here));
                }
                if (hasSlippedThrough(entry, state, start)) {
                    slipped.add(entry);
                }
            }
        }
        slipped.addAll(appearedIn(completed, state));
        RowsAhead ahead = ahead(evidence, aheadBefore, cursor, state);
        boolean zoneFits = evidence.hasRowOfNow();
        LateArrivals late = state.late().at(Watermark.now(clock, settings));
        WindowState here = state.with(zoneFits ? late.withoutFarLateProbes() : late, state.highestId())
                .with(offset);
        Optional<Chunk> chunk = emit(slipped, cursor, here, ahead, guard, zoneFits);
        boolean hasOtherDoubts =
                !here.late().equals(state.late()) || !ahead.equals(aheadBefore) || !offset.equals(state.clock());
        if (chunk.isEmpty() && hasOtherDoubts) {
            chunk = Optional.of(chunk(List.of(), cursor, here, ahead, List.of()));
        }
        lookedAtUpTo = lastId;
        lastProbe = now;
        return chunk;
    }

    /**
     * Resets the cursor to the platform's time if it is in the future, where a user or a wrong clock has set it;
     * otherwise empty.
     */
    Optional<Chunk> goBackFromTheFuture(Cursor cursor, WindowState state) {
        LocalDateTime readUpTo = state.first().upTo();
        if (!readUpTo.isAfter(Watermark.latestPossible(clock, settings))) {
            return Optional.empty();
        }
        LocalDateTime to =
                Watermark.of(clock, settings, 0, state.clock().millis()).now().minus(settings.lookBack());
        warnings.increment();
        log.warn(
                "{}: the offset says that changes were read up to {}, which lies ahead. Reading again from {}.",
                settings.resource(),
                readUpTo,
                to);
        return Optional.of(chunk(List.of(), cursor, state.readAgainFrom(to), RowsAhead.from(cursor), List.of()));
    }

    /**
     * Rows that windows did not contain when both passes had read them. Not checked after a row that was read in time.
     */
    private List<JsonNode> appearedIn(CompletedWindows completed, WindowState state) {
        Window window = completed.asOne();
        LocalDateTime checkedAt = state.clock().checkedAt();
        boolean isNeedless = window == null
                || settings.lookBack().isZero()
                || (checkedAt != null && !checkedAt.isBefore(window.end()));
        return isNeedless
                ? List.of()
                : feed.windowPage(window, 1).stream()
                        .filter(entry -> !completed.hold(entry))
                        .toList();
    }

    private RowsAhead ahead(ZoneEvidence evidence, RowsAhead before, Cursor cursor, WindowState state) {
        RowsAhead ahead = before.after(evidence, Watermark.now(clock, settings));
        if (evidence.rowsAhead() > 0) {
            warnings.increment();
            log.warn(
                    "{}: the update time of {} new rows is ahead of the platform's clock, that of id {} by {}."
                            + " They are read when that time has come. If this applies to every new row, {} is wrong.",
                    settings.resource(),
                    evidence.rowsAhead(),
                    evidence.lastIdAhead(),
                    HumanReadableDuration.of(evidence.lastAhead()),
                    settings.zoneKey());
        }
        if (ahead.probes() >= FAR_PROBES) {
            throw zoneErrors.rowsAreAhead(evidence.lastAhead(), cursor, state);
        }
        return ahead;
    }

    private boolean hasSlippedThrough(JsonNode entry, WindowState state, LocalDateTime start) {
        LocalDateTime updated = settings.times().updatedOf(entry);
        if (updated == null) {
            return start == null || settings.times().hasTime(entry);
        }
        return updated.isBefore(state.completeUpTo()) && (start == null || !updated.isBefore(start));
    }

    private Optional<Chunk> emit(
            List<JsonNode> slipped,
            Cursor cursor,
            WindowState state,
            RowsAhead ahead,
            VersionGuard guard,
            boolean zoneFits) {
        if (slipped.isEmpty()) {
            return Optional.empty();
        }
        LoadedRows loaded = feed.load(slipped);
        ChangedRows emission = new ChangedRows(feed, state.memory(), guard);
        LocalDateTime now = Watermark.now(clock, settings);
        LateArrivals late = state.late();
        long greatestAge = 0;
        long youngest = Long.MAX_VALUE;
        int lateRows = 0;
        for (JsonNode row : loaded.rows()) {
            RowVersion version = settings.times().versionOf(row);
            boolean isLate = ChangedRows.isBefore(version, state.completeUpTo());
            if (emission.offer(row, version, ReadMode.PROBE) && isLate) {
                long age = Watermark.millisBetween(version.lastUpdated(), now);
                greatestAge = Math.max(greatestAge, age);
                late = late.with(age);
                if (age < ZoneEvidence.FAR.toMillis()) {
                    lateRows++;
                    youngest = Math.min(youngest, age - state.clock().millis());
                }
            }
        }
        if (emission.rows().isEmpty()) {
            return Optional.empty();
        }
        Duration oldest = Duration.ofMillis(greatestAge);
        if (oldest.compareTo(ZoneEvidence.FAR) > 0 && !zoneFits) {
            late = late.withFarLateProbe(now);
            if (late.farLateProbes() >= FAR_PROBES) {
                throw zoneErrors.rowsAreOld(oldest, cursor, state);
            }
        }
        warnings.increment();
        log.warn(
                "{}: {} new rows were in windows that were already complete, up to {} old. They are emitted"
                        + " now. If this persists, raise lookback.ms or check {}.",
                settings.resource(),
                emission.rows().size(),
                HumanReadableDuration.of(oldest),
                settings.zoneKey());
        emission.settle();
        WindowState next = state.with(late, emission.highestId());
        if (lateRows > 0) {
            next = next.with(state.clock().withLateRows(lateRows, youngest));
        }
        if (next.clock().isAhead()) {
            LocalDateTime to = readAgainFrom(next, cursor);
            next = next.with(next.clock().corrected()).readAgainFrom(to);
            log.warn(
                    "{}: the Date header of the platform is {} ms ahead of the update times of its rows. That is subtracted from now"
                            + " on, and changes are read again from {}.",
                    settings.resource(),
                    next.clock().millis(),
                    to);
        }
        return Optional.of(chunk(emission.rows(), cursor, next, ahead, loaded.idsWithoutDetail()));
    }

    /** Everything read since the clock was last correct; without such a proof, everything that windows have read. */
    private static LocalDateTime readAgainFrom(WindowState state, Cursor cursor) {
        LocalDateTime beginning = WindowState.beginningOf(cursor);
        LocalDateTime right =
                state.clock().checkedAt() == null ? beginning : state.clock().checkedAt();
        LocalDateTime earlier =
                right.isBefore(state.first().upTo()) ? right : state.first().upTo();
        LocalDateTime to = earlier.minus(Duration.ofMillis(state.clock().youngestLateMillis()))
                .truncatedTo(ChronoUnit.SECONDS);
        boolean isTooEarly = to.isBefore(beginning) && !WindowState.beginsWithHistory(cursor);
        return isTooEarly ? beginning : to;
    }

    private Chunk chunk(List<Row> rows, Cursor cursor, WindowState next, RowsAhead ahead, List<Long> idsWithoutDetail) {
        boolean isInDoubt =
                ahead.isDoubt() || next.late().isDoubt() || next.clock().isDoubt();
        Cursor after = ahead.addTo(next.addTo(cursor))
                .with(WindowState.CERTAIN_UP_TO, isInDoubt ? WindowState.completeUpTo(cursor) : null);
        return new Chunk(
                rows,
                cursor,
                after,
                WindowStats.of(next, Progress.Pass.PROBE, null, Certainty.CURSOR, idsWithoutDetail));
    }
}

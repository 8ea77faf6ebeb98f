package io.martech.connect.source.reader.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row.ReadMode;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.IdRangeReader;
import io.martech.connect.source.reader.IdRangeReader.IdPage;
import io.martech.connect.source.reader.IdRanges;
import io.martech.connect.source.reader.Watermark;
import io.martech.connect.source.reader.Window;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.emitted.RowVersion;
import io.martech.connect.source.reader.emitted.VersionGuard;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what windows cannot: one scan of all ids for the rows of all {@link CrowdedTimes} together. It starts at the
 * first id, since a mass update changes rows of any age, and alternates with windows. The cursor holds the times and
 * the remaining ids.
 */
public final class WindowScan {

    private static final Logger log = LoggerFactory.getLogger(WindowScan.class);

    /** The prefix of the keys of the remaining ids. */
    public static final String PREFIX = "scan_";

    /** A scan waits for the end of an import, but no longer than this. */
    private static final int LONGEST_WAIT_MINUTES = 10;

    private static final int PAGES_PER_CHUNK = 50;
    private static final int ROWS_PER_CHUNK = 1_000;

    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final IdRangeReader pages;
    private final VersionGuard guard;

    WindowScan(ChangeFeed feed, WindowSettings settings, IdRangeReader pages, VersionGuard guard) {
        this.feed = feed;
        this.settings = settings;
        this.pages = pages;
        this.guard = guard;
    }

    /**
     * Leaves a window to the next scan.
     *
     * @throws PlatformException if the id cursor does not return these rows, so that nothing can read them
     */
    WindowState setAside(WindowState state, Window window) {
        if (!feed.idPagesShowEveryRow()) {
            throw new PlatformException(
                    Category.STOP,
                    settings.resource() + ": " + window.start() + " to " + window.end()
                            + " holds more rows than the platform pages through, and its id cursor does not show rows of"
                            + " this kind, so they cannot be read without a gap. Reading stopped before it; nothing was"
                            + " skipped. Set start.time after that time in a new connector, or read named contacts only.",
                    0,
                    null,
                    null,
                    null);
        }
        CrowdedTimes crowded = state.crowded().with(window);
        if (crowded.windows().size() > state.crowded().windows().size()) {
            log.warn(
                    "{}: the rows of {} cannot be read by pages with certainty; all ids are scanned for them once they are"
                            + " {} ms old.",
                    settings.resource(),
                    window.start(),
                    settings.lookBack().toMillis());
        }
        return state.with(crowded, state.scanned());
    }

    /** The next chunk of a scan that is in progress or due, or empty. */
    Optional<Chunk> next(Cursor cursor, WindowState state, Watermark watermark) {
        if (!state.scanned().isEmpty()) {
            return Optional.of(readOn(cursor, cursor, state));
        }
        CrowdedTimes due = state.crowded().before(watermark.trailing());
        if (due.isEmpty() || !mayBegin(state.crowded(), due, watermark)) {
            return Optional.empty();
        }
        log.info("{}: scanning all ids for the rows of {} to {}.", settings.resource(), due.start(), due.end());
        WindowState begun = state.with(state.crowded().since(watermark.trailing()), due);
        return Optional.of(readOn(cursor, IdRanges.above(0).addTo(cursor, PREFIX), begun));
    }

    /** Not during an import, which would need another scan for the rest. */
    private static boolean mayBegin(CrowdedTimes crowded, CrowdedTimes due, Watermark watermark) {
        return crowded.end().isBefore(watermark.trailing())
                || crowded.isFull()
                || due.start().isBefore(watermark.trailing().minusMinutes(LONGEST_WAIT_MINUTES));
    }

    private Chunk readOn(Cursor from, Cursor cursor, WindowState state) {
        CrowdedTimes times = state.scanned();
        ChangedRows changed = new ChangedRows(feed, state.memory(), guard);
        List<Long> idsWithoutDetail = new ArrayList<>();
        IdRanges left = IdRanges.from(cursor, PREFIX);
        for (int page = 0; page < PAGES_PER_CHUNK && changed.rows().size() < ROWS_PER_CHUNK && !left.isDone(); page++) {
            IdPage read =
                    pages.next(left, entry -> mayBeIn(times, settings.times().updatedOf(entry)));
            left = read.next();
            idsWithoutDetail.addAll(read.idsWithoutDetail());
            for (JsonNode row : read.rows()) {
                RowVersion version = settings.times().versionOf(row);
                // A row that has changed since is in a later window.
                if (mayBeIn(times, version.lastUpdated())) {
                    changed.offer(row, version, ReadMode.SCAN);
                }
            }
        }
        changed.settleWithoutMemory();
        WindowState after = state.with(state.crowded(), left.isDone() ? CrowdedTimes.NONE : times)
                .with(state.late(), changed.highestId());
        return new Chunk(
                changed.rows(),
                from,
                after.addTo(left.addTo(cursor, PREFIX)),
                WindowStats.of(
                                after,
                                Progress.Pass.SCAN,
                                new Window(times.start(), times.end()),
                                Certainty.CURSOR,
                                idsWithoutDetail)
                        .with(left.progress()));
    }

    /** A row whose time cannot be parsed may belong to any window. */
    private static boolean mayBeIn(CrowdedTimes times, LocalDateTime updated) {
        return updated == null || times.contains(updated);
    }
}

package io.martech.connect.source.reader.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.engine.Chunk;
import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.ChangeFeed.LoadedRows;
import io.martech.connect.source.reader.IdOrder;
import io.martech.connect.source.reader.Window;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.emitted.ChangedRows;
import io.martech.connect.source.reader.emitted.RowVersion;
import io.martech.connect.source.reader.emitted.VersionGuard;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a window that cannot be made smaller and yet holds more rows than the platform pages through, by the id cursor
 * from the very first id: a mass update touches rows of any age. It emits page by page; the cursor holds the window and
 * the last id, so nothing of it needs to be remembered.
 */
final class WindowScan {

    private static final Logger log = LoggerFactory.getLogger(WindowScan.class);

    private static final String START = "scan_start";
    private static final String END = "scan_end";
    private static final String LAST_ID = "scan_last_id";

    /** So that progress is emitted and stored now and then, even where few rows match. */
    private static final int PAGES_PER_UNIT = 50;

    private static final int ROWS_PER_UNIT = 1_000;

    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final VersionGuard guard;

    WindowScan(ChangeFeed feed, WindowSettings settings, VersionGuard guard) {
        this.feed = feed;
        this.settings = settings;
        this.guard = guard;
    }

    static boolean isUnderWay(Cursor cursor) {
        return cursor.has(START);
    }

    /**
     * @throws PlatformException if the id cursor does not show these rows, so that nothing can read them
     */
    Cursor begin(Cursor cursor, Window window) {
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
        log.warn(
                "{}: {} to {} cannot be read reliably by pages; reading all ids to find its rows.",
                settings.resource(),
                window.start(),
                window.end());
        return cursor.with(START, window.start()).with(END, window.end()).with(LAST_ID, 0L);
    }

    Chunk readOn(Cursor cursor, WindowState state) {
        long requestsBefore = feed.requests();
        Window window = new Window(cursor.time(START), cursor.time(END));
        long lastId = cursor.number(LAST_ID, 0);
        ChangedRows emission = new ChangedRows(feed, state.memory(), guard);
        List<Long> idsWithoutDetail = new ArrayList<>();
        boolean isAtEnd = false;
        for (int page = 0; page < PAGES_PER_UNIT && emission.rows().size() < ROWS_PER_UNIT && !isAtEnd; page++) {
            List<JsonNode> entries = feed.idPage(lastId);
            isAtEnd = entries.isEmpty();
            lastId = IdOrder.lastOf(feed::idOf, entries, lastId, settings.resource());
            idsWithoutDetail.addAll(offerRowsOf(window, entries, emission));
        }
        emission.settleWithoutMemory();
        WindowState next = isAtEnd
                ? state.with(
                        state.first().provenUntil(window.end()),
                        state.trailing().provenUntil(window.end()),
                        state.pageSize())
                : state;
        next = next.with(state.late(), emission.highestId());
        Cursor after = next.addTo(cursor)
                .with(START, isAtEnd ? null : window.start())
                .with(END, isAtEnd ? null : window.end())
                .with(LAST_ID, isAtEnd ? null : lastId);
        return new Chunk(
                emission.rows(),
                cursor,
                after,
                WindowStats.of(
                        next,
                        Progress.Pass.SCAN,
                        window,
                        Certainty.CURSOR,
                        feed.requests() - requestsBefore,
                        idsWithoutDetail));
    }

    private List<Long> offerRowsOf(Window window, List<JsonNode> entries, ChangedRows emission) {
        List<JsonNode> matching = entries.stream()
                .filter(entry -> isIn(window, RowVersion.lastUpdatedOf(entry)))
                .toList();
        LoadedRows loaded = feed.load(matching);
        for (JsonNode row : loaded.rows()) {
            RowVersion version = RowVersion.of(row);
            // A row that has changed since lies in a later window, which is read later.
            if (isIn(window, version.lastUpdated())) {
                emission.offer(row, version, ReadMode.SCAN);
            }
        }
        return loaded.idsWithoutDetail();
    }

    private static boolean isIn(Window window, LocalDateTime time) {
        return time != null && window.contains(time);
    }
}

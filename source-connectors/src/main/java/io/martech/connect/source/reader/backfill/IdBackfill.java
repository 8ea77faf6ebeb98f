package io.martech.connect.source.reader.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.engine.Chunk;
import io.martech.connect.source.engine.ChunkStats;
import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.ChangeFeed.LoadedRows;
import io.martech.connect.source.reader.HumanReadableDuration;
import io.martech.connect.source.reader.Watermark;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.backfill.IdPages.IdPage;
import io.martech.connect.source.reader.emitted.RowVersion;
import io.martech.connect.source.reader.window.RowsAhead;
import io.martech.connect.source.reader.window.WindowState;
import io.martech.connect.source.reader.window.ZoneEvidence;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads everything that was there before windows begin, by the id cursor. What was updated at or after the cutoff is left
 * to the windows, which start exactly there: nothing is missed, nothing is said twice.
 */
final class IdBackfill {

    private static final Logger log = LoggerFactory.getLogger(IdBackfill.class);

    private static final String LAST_ID = "last_id";
    private static final String CUTOFF = "cutoff";

    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final ServerClock clock;
    private final IdPages pages;
    private final LongAdder warnings = new LongAdder();

    IdBackfill(ChangeFeed feed, WindowSettings settings, ServerClock clock, Executor ahead) {
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
        this.pages = new IdPages(feed, settings.resource(), ahead);
    }

    Chunk next(Cursor cursor) {
        long requestsBefore = feed.requests();
        long lastId = cursor.number(LAST_ID, 0);
        IdPage page = pages.after(lastId);
        List<JsonNode> entries = page.entries();
        // Only now, for the first answer brings the platform's time. Rows visible late are visible by now.
        LocalDateTime cutoff = cursor.has(CUTOFF)
                ? cursor.time(CUTOFF)
                : Watermark.of(clock, settings, feed.overlapSeconds()).trailing();
        Cursor here = cursor.with(CUTOFF, cutoff);
        if (entries.isEmpty()) {
            Cursor windows = WindowState.beginAt(here, cutoff, cutoff)
                    .with(LAST_ID, null)
                    .with("highest_id", lastId)
                    .with(WindowState.PHASE, Progress.Phase.WINDOWS.text());
            return chunk(List.of(), cursor, windows, requestsBefore, List.of());
        }
        LoadedRows loaded = feed.load(entries);
        List<Row> rows = new ArrayList<>();
        RowsAhead ahead = RowsAhead.from(cursor);
        LocalDateTime now = Watermark.now(clock, settings);
        for (JsonNode row : loaded.rows()) {
            LocalDateTime updated = RowVersion.lastUpdatedOf(row);
            if (ZoneEvidence.isAhead(updated, now)) {
                tellOfTheFirst(row, updated, now, ahead);
                ahead = ahead.withRowOfHistory(feed.idOf(row), now);
            }
            if (updated == null || updated.isBefore(cutoff)) {
                rows.add(new Row(row, ReadMode.BACKFILL));
            }
        }
        return chunk(
                rows,
                cursor,
                ahead.addTo(here).with(LAST_ID, page.lastId()),
                requestsBefore,
                loaded.idsWithoutDetail());
    }

    /** How often a history was found that the user should look at. */
    long warnings() {
        return warnings.sum();
    }

    private void tellOfTheFirst(JsonNode row, LocalDateTime updated, LocalDateTime now, RowsAhead before) {
        if (before.since() == null) {
            warnings.increment();
            log.warn(
                    "{}: the history holds rows whose update time lies ahead of the platform's clock, id {} by {}. They are"
                            + " read when that time has come. Nothing is told complete until a new row has the time of now;"
                            + " if all new rows lie ahead, {} is wrong.",
                    settings.resource(),
                    feed.idOf(row),
                    HumanReadableDuration.of(Duration.between(now, updated)),
                    settings.zoneKey());
        }
    }

    private Chunk chunk(List<Row> rows, Cursor from, Cursor next, long requestsBefore, List<Long> idsWithoutDetail) {
        ChunkStats facts = new ChunkStats(
                Progress.Phase.BACKFILL,
                Progress.Pass.BACKFILL,
                null,
                null,
                null,
                feed.requests() - requestsBefore,
                Certainty.CURSOR,
                0,
                null,
                idsWithoutDetail);
        return new Chunk(rows, from, next, facts);
    }
}

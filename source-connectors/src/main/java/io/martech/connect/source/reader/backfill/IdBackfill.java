package io.martech.connect.source.reader.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.chunk.Row.ReadMode;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.HumanReadableDuration;
import io.martech.connect.source.reader.IdRangeReader;
import io.martech.connect.source.reader.IdRangeReader.IdPage;
import io.martech.connect.source.reader.IdRanges;
import io.martech.connect.source.reader.Watermark;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.window.RowsAhead;
import io.martech.connect.source.reader.window.WindowState;
import io.martech.connect.source.reader.window.ZoneEvidence;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads everything that existed before windows begin, by the id cursor. Rows updated at or after the cutoff are left to
 * the windows, which start exactly there: nothing is missed, nothing is emitted twice.
 */
public final class IdBackfill {

    private static final Logger log = LoggerFactory.getLogger(IdBackfill.class);

    /** The prefix of its keys in the cursor. */
    public static final String PREFIX = "";

    private static final String CUTOFF = "cutoff";

    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final ServerClock clock;
    private final IdRangeReader pages;
    private final LongAdder warnings = new LongAdder();

    IdBackfill(ChangeFeed feed, WindowSettings settings, ServerClock clock, IdRangeReader pages) {
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
        this.pages = pages;
    }

    Chunk next(Cursor cursor) {
        IdPage page = pages.next(IdRanges.from(cursor, PREFIX), entry -> true);
        // Only now, since the first response brings the platform's time. Rows that become visible late are visible by
        // now.
        LocalDateTime latest =
                Watermark.of(clock, settings, feed.overlapSeconds()).trailing();
        LocalDateTime cutoff = cursor.has(CUTOFF) ? cursor.time(CUTOFF) : latest;
        if (cutoff.isAfter(latest.plus(settings.settleLag()))) {
            return beginAgain(cursor, cutoff, page);
        }
        Cursor here = cursor.with(CUTOFF, cutoff);
        List<Row> rows = new ArrayList<>();
        RowsAhead ahead = RowsAhead.from(cursor);
        LocalDateTime now = Watermark.now(clock, settings);
        for (JsonNode row : page.rows()) {
            LocalDateTime updated = settings.times().updatedOfEmitted(row);
            if (ZoneEvidence.isAhead(updated, now)) {
                warnOfTheFirst(row, updated, now, ahead);
                ahead = ahead.withRowOfHistory(feed.idOf(row), now);
            }
            if (updated == null || updated.isBefore(cutoff)) {
                rows.add(new Row(row, ReadMode.BACKFILL));
            }
        }
        IdRanges left = page.next();
        Cursor next = left.addTo(ahead.addTo(here), PREFIX);
        return chunk(rows, cursor, left.isDone() ? windows(next, left.highest(), cutoff) : next, page);
    }

    /**
     * The clock was ahead when the cutoff was taken, or a person has set it. What has changed since of rows that are read already
     * would be in no window.
     */
    private Chunk beginAgain(Cursor cursor, LocalDateTime cutoff, IdPage page) {
        warnings.increment();
        log.warn(
                "{}: the offset leaves to windows what changes from {}, which lies ahead of the platform's clock. The"
                        + " history is read again from its beginning.",
                settings.resource(),
                cutoff);
        pages.forget();
        return chunk(List.of(), cursor, IdRanges.above(0).addTo(cursor.with(CUTOFF, null), PREFIX), page);
    }

    private static Cursor windows(Cursor cursor, long highestId, LocalDateTime cutoff) {
        return WindowState.beginAt(cursor, cutoff, cutoff)
                .with("highest_id", highestId)
                .with(WindowState.PHASE, Progress.Phase.WINDOWS.text());
    }

    /** How many histories with findings that the user should check were read. */
    long warnings() {
        return warnings.sum();
    }

    private void warnOfTheFirst(JsonNode row, LocalDateTime updated, LocalDateTime now, RowsAhead before) {
        if (before.since() == null) {
            warnings.increment();
            log.warn(
                    "{}: the history holds rows whose update time is ahead of the platform's clock, id {} by {}."
                            + " They are read when that time has come. Complete-up-to stays empty until a new row has the"
                            + " current time; if all new rows are ahead, {} is wrong.",
                    settings.resource(),
                    feed.idOf(row),
                    HumanReadableDuration.of(Duration.between(now, updated)),
                    settings.zoneKey());
        }
    }

    private static Chunk chunk(List<Row> rows, Cursor from, Cursor next, IdPage page) {
        ChunkStats facts = new ChunkStats(
                Progress.Phase.BACKFILL,
                Progress.Pass.BACKFILL,
                null,
                null,
                null,
                Certainty.CURSOR,
                0,
                null,
                page.idsWithoutDetail());
        return new Chunk(rows, from, next, facts.with(page.next().progress()));
    }
}

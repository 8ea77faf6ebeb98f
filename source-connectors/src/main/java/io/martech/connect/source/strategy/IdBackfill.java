package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.schema.Progress;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.engine.UnitFacts;
import io.martech.connect.source.strategy.ChangeFeed.LoadedRows;
import io.martech.connect.source.strategy.IdPages.IdPage;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Reads everything that was there before windows begin, by the id cursor. What was updated at or after the cutoff is left
 * to the windows, which start exactly there: nothing is missed, nothing is said twice.
 */
final class IdBackfill {

    private static final String LAST_ID = "last_id";
    private static final String CUTOFF = "cutoff";

    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final ServerClock clock;
    private final IdPages pages;

    IdBackfill(ChangeFeed feed, WindowSettings settings, ServerClock clock, Executor ahead) {
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
        this.pages = new IdPages(feed, settings.resource(), ahead);
    }

    Unit next(Position position) {
        long requestsBefore = feed.requests();
        long lastId = position.number(LAST_ID, 0);
        IdPage page = pages.after(lastId);
        List<JsonNode> entries = page.entries();
        // Only now, for the first answer brings the platform's time. Rows visible late are visible by now.
        LocalDateTime cutoff = position.has(CUTOFF)
                ? position.time(CUTOFF)
                : Horizon.of(clock, settings, feed.overlapSeconds()).trailing();
        Position here = position.with(CUTOFF, cutoff);
        if (entries.isEmpty()) {
            Position windows = WindowState.beginAt(here, cutoff, cutoff)
                    .with(LAST_ID, null)
                    .with("highest_id", lastId)
                    .with(BackfillThenWindows.PHASE, Progress.Phase.WINDOWS.text());
            return unit(List.of(), position, windows, requestsBefore, List.of());
        }
        LoadedRows loaded = feed.load(entries);
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : loaded.rows()) {
            LocalDateTime updated = RowVersion.lastUpdatedOf(row);
            if (updated == null || updated.isBefore(cutoff)) {
                rows.add(new Row(row, ReadMode.BACKFILL));
            }
        }
        return unit(rows, position, here.with(LAST_ID, page.lastId()), requestsBefore, loaded.idsWithoutDetail());
    }

    private Unit unit(List<Row> rows, Position from, Position next, long requestsBefore, List<Long> idsWithoutDetail) {
        UnitFacts facts = new UnitFacts(
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
        return new Unit(rows, from, next, facts);
    }
}

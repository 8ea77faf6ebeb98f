package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.engine.Certainty;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Row.ReadMode;
import io.martech.connect.source.engine.Unit;
import io.martech.connect.source.strategy.ChangeFeed.LoadedRows;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one second that holds more rows than the platform pages through, by the id cursor from the very first id: a mass
 * update touches rows of any age. It emits page by page; the position holds the second and the last id.
 */
final class SecondScan {

    private static final Logger log = LoggerFactory.getLogger(SecondScan.class);

    private static final String SECOND = "scan_second";
    private static final String LAST_ID = "scan_last_id";

    /** So that progress is told and stored now and then, even where few rows match. */
    private static final int PAGES_PER_UNIT = 50;

    private static final int ROWS_PER_UNIT = 1_000;

    private final ChangeFeed feed;
    private final WindowSettings settings;
    private final VersionGuard guard;

    SecondScan(ChangeFeed feed, WindowSettings settings, VersionGuard guard) {
        this.feed = feed;
        this.settings = settings;
        this.guard = guard;
    }

    static boolean isUnderWay(Position position) {
        return position.has(SECOND);
    }

    static Position begin(Position position, LocalDateTime second) {
        return position.with(SECOND, second).with(LAST_ID, 0L);
    }

    Unit readOn(Position position, WindowState state) {
        long requestsBefore = feed.requests();
        Window second = Window.ofSeconds(position.time(SECOND), 1);
        long lastId = position.number(LAST_ID, 0);
        if (lastId == 0) {
            log.warn(
                    "{}: the second {} holds more rows than the platform pages through; reading all ids to find them.",
                    settings.resource(),
                    second.start());
        }
        Emission emission = new Emission(feed, state.memory(), guard);
        List<Long> idsWithoutDetail = new ArrayList<>();
        boolean isAtEnd = false;
        for (int page = 0; page < PAGES_PER_UNIT && emission.rows().size() < ROWS_PER_UNIT && !isAtEnd; page++) {
            List<JsonNode> entries = feed.idPage(lastId);
            isAtEnd = entries.isEmpty();
            lastId = IdOrder.lastOf(feed, entries, lastId, settings.resource());
            idsWithoutDetail.addAll(offerRowsOf(second, entries, emission));
        }
        emission.settle();
        WindowState next = isAtEnd
                ? state.with(
                        state.first().provenUntil(second.end()),
                        state.trailing().provenUntil(second.end()),
                        state.pageSize())
                : state;
        next = next.with(state.late(), emission.highestId());
        Position after = next.addTo(position)
                .with(SECOND, isAtEnd ? null : second.start())
                .with(LAST_ID, isAtEnd ? null : lastId);
        return new Unit(
                emission.rows(),
                position,
                after,
                WindowFacts.of(
                        next, "scan", second, Certainty.CURSOR, feed.requests() - requestsBefore, idsWithoutDetail));
    }

    private List<Long> offerRowsOf(Window second, List<JsonNode> entries, Emission emission) {
        List<JsonNode> matching = entries.stream()
                .filter(entry -> isIn(second, RowVersion.lastUpdatedOf(entry)))
                .toList();
        LoadedRows loaded = feed.load(matching);
        for (JsonNode row : loaded.rows()) {
            RowVersion version = RowVersion.of(row);
            // A row that has changed since lies in a later window, which is read later.
            if (isIn(second, version.lastUpdated())) {
                emission.offer(row, version, ReadMode.SCAN);
            }
        }
        return loaded.idsWithoutDetail();
    }

    private static boolean isIn(Window second, LocalDateTime time) {
        return time != null && second.contains(time);
    }
}

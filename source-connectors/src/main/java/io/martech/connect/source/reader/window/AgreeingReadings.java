package io.martech.connect.source.reader.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.ChangeFeed.LoadedRows;
import io.martech.connect.source.reader.Window;
import io.martech.connect.source.reader.WindowSettings;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Resolves the doubt whether several pages held all rows of a closed window, where no id cursor can be used: reads it
 * again until two reads agree. A read without duplicates has returned as many rows as exist; one with a duplicate may
 * have missed another row, so it is never accepted, even if the next one is equal.
 */
final class AgreeingReadings {

    /** Rows that leave the window meanwhile make some reads useless even if the order is stable. */
    private static final int MOST_READINGS = 10;

    private final ChangeFeed feed;
    private final WindowSettings settings;

    AgreeingReadings(ChangeFeed feed, WindowSettings settings) {
        this.feed = feed;
        this.settings = settings;
    }

    /**
     * The result that two reads agree on, with the rows that others returned.
     *
     * @param reading all entries
     * @param loaded their rows
     */
    record Agreed(WindowReading.Complete reading, LoadedRows loaded) {}

    /**
     * Reads until two reads agree.
     *
     * @param first the read that was made already
     * @param again reads the same window
     * @throws PlatformException if no two reads agree: a row may have been missed
     */
    Agreed of(Window window, WindowReading.Complete first, Supplier<WindowReading> again) {
        Map<Long, JsonNode> before = byId(first.entries());
        for (int reading = 2; reading <= MOST_READINGS; reading++) {
            if (!(again.get() instanceof WindowReading.Complete next)) {
                throw refused(window, "more rows than the platform pages through");
            }
            Map<Long, JsonNode> shown = byId(next.entries());
            Map<Long, JsonNode> all = new LinkedHashMap<>(before);
            all.putAll(shown);
            if (all.size() > Chunk.MAXIMUM_ROWS) {
                throw refused(window, "more than " + Chunk.MAXIMUM_ROWS + " rows");
            }
            if (!next.hasRepeatedRows()) {
                List<JsonNode> entries = new ArrayList<>(all.values());
                LoadedRows loaded = feed.load(entries);
                boolean isProven = next.certainty() != Certainty.UNPROVEN;
                if (isProven || agree(window, before.keySet(), shown.keySet(), loaded)) {
                    return new Agreed(new WindowReading.Complete(entries, next.certainty()), loaded);
                }
            }
            before = all;
        }
        throw refused(
                window,
                "more than one page, in an order that changes from request to request, so that none of " + MOST_READINGS
                        + " readings was certain to show every row");
    }

    /**
     * Whether both returned the same rows whose own time is within the window: other rows have left it, or are only
     * adjacent to it.
     */
    private boolean agree(Window window, Set<Long> before, Set<Long> now, LoadedRows loaded) {
        Set<Long> inBoth = new HashSet<>(before);
        inBoth.retainAll(now);
        return loaded.rows().stream().filter(row -> isIn(window, row)).allMatch(row -> inBoth.contains(feed.idOf(row)));
    }

    private boolean isIn(Window window, JsonNode row) {
        LocalDateTime time = settings.times().updatedOf(row);
        return time != null && window.contains(time);
    }

    private Map<Long, JsonNode> byId(List<JsonNode> entries) {
        Map<Long, JsonNode> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.put(feed.idOf(entry), entry));
        return byId;
    }

    private PlatformException refused(Window window, String reason) {
        return new PlatformException(
                Category.STOP,
                settings.resource() + ": " + window.start() + " to " + window.end() + " holds " + reason
                        + ", and its id cursor does not show rows of this kind, so they cannot be read without a gap."
                        + " Reading stopped before it; nothing was skipped. Restart the task to try again: rows that"
                        + " change leave that time. Or read named contacts only, or set start.time after that time in"
                        + " a new connector.",
                0,
                null,
                null,
                null);
    }
}

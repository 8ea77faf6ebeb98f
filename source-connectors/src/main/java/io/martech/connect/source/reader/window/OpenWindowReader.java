package io.martech.connect.source.reader.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.PageLimitException;
import io.martech.connect.source.reader.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a window that extends beyond the present, so that rows are only added: an update moves a row within it. Page 1
 * is complete if page 2 was empty <em>after</em> it was read, the reverse of a closed window.
 */
final class OpenWindowReader {

    private final ChangeFeed feed;
    private final int maximumPages;
    private PageSize pageSize;

    OpenWindowReader(ChangeFeed feed, PageSize pageSize, int maximumPages) {
        this.feed = feed;
        this.pageSize = pageSize;
        this.maximumPages = maximumPages;
    }

    PageSize pageSize() {
        return pageSize;
    }

    WindowReading read(Window window) {
        try {
            return readPages(window);
        } catch (PageLimitException e) {
            return new WindowReading.BeyondPaging();
        }
    }

    private WindowReading readPages(Window window) {
        List<JsonNode> rows = feed.windowPage(window, 1);
        if (rows.isEmpty()) {
            return new WindowReading.Complete(rows, Certainty.SINGLE);
        }
        List<JsonNode> next = feed.windowPage(window, 2);
        if (next.isEmpty()) {
            pageSize = pageSize.afterPage(rows.size());
            return new WindowReading.Complete(rows, Certainty.PROVEN);
        }
        pageSize = pageSize.afterFullPage(rows.size());
        Map<Long, JsonNode> all = new LinkedHashMap<>();
        rows.forEach(row -> all.put(feed.idOf(row), row));
        for (int page = 2; !next.isEmpty(); next = feed.windowPage(window, ++page)) {
            next.forEach(row -> all.put(feed.idOf(row), row));
            if (page >= maximumPages || all.size() > Chunk.MAXIMUM_ROWS) {
                return new WindowReading.BeyondPaging();
            }
        }
        return new WindowReading.Complete(new ArrayList<>(all.values()), Certainty.UNPROVEN);
    }
}

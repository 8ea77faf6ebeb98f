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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a window that ends before the settle lag, so that rows only leave it: an update moves a row to the present.
 *
 * <p>A window whose rows change is never paged from the front: a row updated meanwhile leaves it, later rows move up
 * by one, and the next page skips one. Hence there are only two proofs of completeness: a page shorter than the
 * longest one ever returned, or page 2 empty <em>before</em> page 1 is read.
 *
 * <p>The second proof fails on a platform that silently omits rows of a large window. So a page as long as the longest
 * before it, which was never followed by another, is compared with the two halves of its window. Rows missing from the
 * first such page are found by the trailing pass.
 */
final class ClosedWindowReader {

    /** A platform with an even lower limit would not be usable. */
    private static final int SMALLEST_LIMIT = 10;

    private final ChangeFeed feed;
    private final int maximumPages;
    private PageSize pageSize;

    /**
     * @param pageSize what is known so far
     * @param maximumPages the maximum number of pages that the platform returns
     */
    ClosedWindowReader(ChangeFeed feed, PageSize pageSize, int maximumPages) {
        this.feed = feed;
        this.pageSize = pageSize;
        this.maximumPages = maximumPages;
    }

    /** The current knowledge of the page size. */
    PageSize pageSize() {
        return pageSize;
    }

    WindowReading read(Window window) {
        try {
            return readPages(window, true);
        } catch (PageLimitException e) {
            return window.isOneSecond() ? new WindowReading.BeyondPaging() : new WindowReading.TooLarge();
        }
    }

    /**
     * Reads a window that cannot be divided further, regardless of its length, and does not regard any page as the
     * last one without proof. Rows may also join it, since a platform may extend its end by a whole day; then page 1
     * was complete when it was first read.
     */
    WindowReading readIndivisible(Window window) {
        try {
            WindowReading found = readPages(window, false);
            return found instanceof WindowReading.TooLarge ? readAllPages(window) : found;
        } catch (PageLimitException e) {
            return new WindowReading.BeyondPaging();
        }
    }

    private WindowReading readPages(Window window, boolean trustsShortPages) {
        List<JsonNode> rows = feed.windowPage(window, 1);
        if (rows.isEmpty()) {
            return new WindowReading.Complete(rows, Certainty.SINGLE);
        }
        int longestBefore = pageSize.longest();
        boolean isShort = rows.size() < longestBefore;
        pageSize = pageSize.afterPage(rows.size());
        if (isShort && trustsShortPages) {
            return new WindowReading.Complete(rows, Certainty.SINGLE);
        }
        if (pageSize.mayHide(rows.size())) {
            return window.isOneSecond() || !trustsShortPages
                    ? new WindowReading.BeyondPaging()
                    : new WindowReading.TooLarge();
        }
        boolean mayBeHalved = trustsShortPages && !window.isOneSecond();
        if (mayBeHalved && pageSize.isExact()) {
            // Two halves cost no more than the proof, which proves nothing if a lagging replica returns page 1.
            return new WindowReading.TooLarge();
        }
        if (feed.windowPage(window, 2).isEmpty()) {
            List<JsonNode> again = feed.windowPage(window, 1);
            pageSize = pageSize.afterPage(again.size());
            if (mayBeHalved && again.size() == longestBefore && isCutOff(window, again)) {
                pageSize = pageSize.cutOffAt(again.size());
                return new WindowReading.TooLarge();
            }
            return new WindowReading.Complete(trustsShortPages ? again : union(rows, again), Certainty.PROVEN);
        }
        pageSize = pageSize.afterFullPage(rows.size());
        return window.isOneSecond() ? readAllPages(window) : new WindowReading.TooLarge();
    }

    private boolean isCutOff(Window window, List<JsonNode> whole) {
        if (whole.size() < SMALLEST_LIMIT) {
            return false;
        }
        Set<Long> halves = idsOf(feed.windowPage(window.firstHalf(), 1));
        halves.addAll(idsOf(feed.windowPage(window.secondHalf(), 1)));
        // Rows that joined the window meanwhile are in the whole of it, too.
        return !idsOf(whole).containsAll(halves)
                && !idsOf(feed.windowPage(window, 1)).containsAll(halves);
    }

    private Set<Long> idsOf(List<JsonNode> rows) {
        return rows.stream().map(feed::idOf).collect(Collectors.toSet());
    }

    /** Finds the last page, then reads backwards, which is safe while the order is stable. */
    private WindowReading readAllPages(Window window) {
        int last = 2;
        while (!feed.windowPage(window, last + 1).isEmpty()) {
            last++;
            if (last >= maximumPages || (long) last * pageSize.longest() >= Chunk.MAXIMUM_ROWS) {
                return new WindowReading.BeyondPaging();
            }
        }
        Map<Long, JsonNode> rows = new LinkedHashMap<>();
        int seen = 0;
        for (int page = last; page >= 1; page--) {
            List<JsonNode> found = feed.windowPage(window, page);
            seen += found.size();
            addTo(rows, found);
        }
        return new WindowReading.Complete(new ArrayList<>(rows.values()), Certainty.UNPROVEN, seen > rows.size());
    }

    private List<JsonNode> union(List<JsonNode> before, List<JsonNode> after) {
        Map<Long, JsonNode> rows = new LinkedHashMap<>();
        addTo(rows, before);
        addTo(rows, after);
        return new ArrayList<>(rows.values());
    }

    /** Each row once, in the state last read. */
    private void addTo(Map<Long, JsonNode> rows, List<JsonNode> page) {
        page.forEach(row -> rows.put(feed.idOf(row), row));
    }
}

package io.martech.connect.source.reader.paged;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.reader.paged.PageFeed.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the end of the list at which new rows appear, page by page until one holds a known, unchanged row. The next pass
 * finds what this leaves out.
 */
final class OpenTail {

    /** Keeps a chunk small; a larger import is left to the next pass. */
    private static final int MOST_PAGES = 100;

    private static final int GROWING = 10;

    private final PageFeed feed;
    private final OpenTailPriority turns;

    OpenTail(PageFeed feed, OpenTailPriority turns) {
        this.feed = feed;
        this.turns = turns;
    }

    /** The rows that were read, and the total number of rows. */
    record Tail(List<JsonNode> rows, long total, PageOrder order) {}

    /**
     * @param total the last reported number of rows
     * @param isAllNews whether no row on a page is known and unchanged
     */
    Tail read(PageOrder order, int pageSize, long total, Predicate<List<JsonNode>> isAllNews) {
        long look = turns.begin();
        try {
            Reading reading = new Reading(order, pageSize, isAllNews);
            if (!order.isAscending()) {
                reading.fromTheFront();
            }
            if (!order.isNewestFirst()) {
                reading.fromTheEnd(total);
            }
            return new Tail(reading.rows, reading.total, reading.order);
        } finally {
            turns.end(look);
        }
    }

    private final class Reading {

        private final int pageSize;
        private final Predicate<List<JsonNode>> isAllNews;
        private final List<JsonNode> rows = new ArrayList<>();
        private PageOrder order;
        private long total;
        private int pages;

        private Reading(PageOrder order, int pageSize, Predicate<List<JsonNode>> isAllNews) {
            this.order = order;
            this.pageSize = pageSize;
            this.isAllNews = isAllNews;
        }

        private void fromTheFront() {
            long number = 1;
            Page page = take(number);
            while (isAllNews.test(page.rows()) && number * pageSize < total && pages < MOST_PAGES) {
                page = take(++number);
            }
        }

        private void fromTheEnd(long lastTotal) {
            long number = lastPageOf(lastTotal);
            Page page = take(number);
            // The list may have grown or shrunk since its length was last reported.
            for (int i = 0; i < GROWING && number != lastPageOf(total); i++) {
                number = lastPageOf(total);
                page = take(number);
            }
            while (number > 1 && isAllNews.test(page.rows()) && pages < MOST_PAGES) {
                page = take(--number);
            }
        }

        private Page take(long number) {
            Page page = feed.page(number);
            pages++;
            total = page.total();
            order = order.after(page.rows(), feed);
            rows.addAll(page.rows());
            return page;
        }

        private long lastPageOf(long count) {
            return Math.max(1, (count + pageSize - 1) / pageSize);
        }
    }
}

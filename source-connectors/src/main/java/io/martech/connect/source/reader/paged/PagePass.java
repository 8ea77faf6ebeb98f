package io.martech.connect.source.reader.paged;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.reader.paged.PageFeed.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the pages of a pass, some at a time.
 *
 * <p>If ids ascend, pages are read from the last to the first: new rows are appended, and a deleted row moves others only
 * to pages that are still to be read. If new or changed rows come first, the first page is read first: such a row moves
 * others only to pages that are still to be read, and is itself found by {@link OpenTail}; rows hidden by a delete are
 * found by the next pass.
 */
final class PagePass {

    private static final Logger log = LoggerFactory.getLogger(PagePass.class);

    /** How many pages are read before their rows are emitted, since every bucket's cursor is written each time. */
    private static final int PAGES_AT_ONCE = 40;

    private final PageFeed feed;
    private final OpenTailPriority turns;

    PagePass(PageFeed feed, OpenTailPriority turns) {
        this.feed = feed;
        this.turns = turns;
    }

    /**
     * Some pages.
     *
     * @param next the number of the next page
     * @param isLast whether the pass is complete
     * @param total the number of rows at the end
     * @param hasFaultySize whether the platform's page size has changed since the pass began
     */
    record Pages(List<JsonNode> rows, long next, boolean isLast, long total, PageOrder order, boolean hasFaultySize) {}

    /** @param isInterrupted whether something more urgent is to be read after the page */
    Pages read(PassCursor at, BooleanSupplier isInterrupted) {
        List<JsonNode> rows = new ArrayList<>();
        PageOrder order = at.order();
        long number = at.nextPage();
        boolean sizeIsChecked = false;
        for (int i = 0; ; i++) {
            turns.awaitTurn();
            Page page = feed.page(number);
            if (!sizeIsChecked && !hasExpectedSize(page, number, at.pageSize())) {
                if (feed.page(1).rows().size() != at.pageSize()) {
                    log.warn(
                            "Page {} has {} rows instead of {}: the platform's page size has changed. The pass starts"
                                    + " over.",
                            number,
                            page.rows().size(),
                            at.pageSize());
                    feed.countWarning();
                    return new Pages(rows, number, false, page.total(), order, true);
                }
                sizeIsChecked = true;
            }
            rows.addAll(page.rows());
            order = order.after(page.rows(), feed);
            boolean isLast = at.isBackward() ? number <= 1 : number * at.pageSize() >= page.total();
            number += at.isBackward() ? -1 : 1;
            if (isLast || i + 1 == PAGES_AT_ONCE || isInterrupted.getAsBoolean()) {
                return new Pages(rows, number, isLast, page.total(), order, false);
            }
        }
    }

    private static boolean hasExpectedSize(Page page, long number, int pageSize) {
        long left = Math.max(0, page.total() - (number - 1) * pageSize);
        return page.rows().size() == Math.min(pageSize, left);
    }
}

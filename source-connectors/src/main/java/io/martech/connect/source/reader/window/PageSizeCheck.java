package io.martech.connect.source.reader.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.Window;
import java.util.List;

/**
 * Verifies that the page size has not shrunk below the length of pages that were regarded as short.
 *
 * <p>Requesting page 2 of one window would only show that a page holds as many rows as that window has, which is no
 * evidence for a larger window before it. So it requests page 1 of everything since the last proof: that is a full
 * page, and longer than any of the short ones, unless the page size has shrunk.
 */
final class PageSizeCheck {

    private final ChangeFeed feed;

    PageSizeCheck(ChangeFeed feed) {
        this.feed = feed;
    }

    /** The result of the check. */
    sealed interface Result {

        /** None of the short pages was truncated. */
        record Unchanged() implements Result {}

        /** All rows since the last proof fit on one page: this one. */
        record AllAtOnce(List<JsonNode> entries) implements Result {}

        /** Some of the short pages may have been truncated. */
        record Shrank() implements Result {}
    }

    Result since(Unproven unproven, Window window) {
        List<JsonNode> rows = feed.windowPage(window, 1);
        if (rows.size() > unproven.largest()) {
            return new Result.Unchanged();
        }
        if (feed.windowPage(window, 2).isEmpty()) {
            return new Result.AllAtOnce(feed.windowPage(window, 1));
        }
        return new Result.Shrank();
    }
}

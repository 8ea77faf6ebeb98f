package io.martech.connect.source.strategy;

import io.martech.connect.source.engine.Position;

/**
 * What is known of the hidden page size of one query shape.
 *
 * @param longest the longest page that this query has returned; a shorter page is the last one as long as the page size
 *     does not shrink
 * @param isExact whether another page followed that one, so that the page size is not larger
 */
record PageSize(int longest, boolean isExact) {

    static final PageSize UNKNOWN = new PageSize(0, false);

    private static final String LONGEST = "longest_page";
    private static final String EXACT = "page_size_is_exact";

    static PageSize from(Position position) {
        return new PageSize((int) position.number(LONGEST, 0), "true".equals(position.text(EXACT)));
    }

    Position addTo(Position position) {
        return position.with(LONGEST, (long) longest).with(EXACT, isExact);
    }

    PageSize afterPage(int rows) {
        return rows > longest ? new PageSize(rows, false) : this;
    }

    /** A page of that many rows was followed by another. */
    PageSize afterFullPage(int rows) {
        return rows >= longest ? new PageSize(rows, true) : this;
    }
}

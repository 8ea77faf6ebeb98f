package io.martech.connect.source.reader.window;

import io.martech.connect.source.chunk.Cursor;

/**
 * What is known about the undocumented page size of one kind of query.
 *
 * @param longest the longest page that this query has returned; a shorter page is the last one as long as the page
 *     size does not shrink
 * @param isExact whether that page was followed by another, so that the page size is not larger
 * @param isCutOff whether more rows existed than that page held, and none were on the page after it: the platform
 *     omits rows silently, and a page of that length proves nothing
 */
record PageSize(int longest, boolean isExact, boolean isCutOff) {

    static final PageSize UNKNOWN = new PageSize(0, false);

    private static final String LONGEST = "longest_page";
    private static final String EXACT = "page_size_is_exact";
    private static final String CUT_OFF = "page_is_cut_off";

    PageSize(int longest, boolean isExact) {
        this(longest, isExact, false);
    }

    static PageSize from(Cursor cursor) {
        return new PageSize(
                (int) cursor.number(LONGEST, 0),
                "true".equals(cursor.text(EXACT)),
                "true".equals(cursor.text(CUT_OFF)));
    }

    Cursor addTo(Cursor cursor) {
        Cursor known = cursor.with(LONGEST, (long) longest).with(EXACT, isExact);
        return known.with(CUT_OFF, isCutOff ? "true" : null);
    }

    PageSize afterPage(int rows) {
        return rows > longest ? new PageSize(rows, false) : this;
    }

    /** A page of that many rows was followed by another. */
    PageSize afterFullPage(int rows) {
        return rows >= longest ? new PageSize(rows, true) : this;
    }

    /** A page of that many rows was incomplete, though no other followed. */
    PageSize cutOffAt(int rows) {
        return new PageSize(rows, true, true);
    }

    /** Whether that many rows may be incomplete although no page follows. */
    boolean mayHide(int rows) {
        return isCutOff && rows >= longest;
    }
}

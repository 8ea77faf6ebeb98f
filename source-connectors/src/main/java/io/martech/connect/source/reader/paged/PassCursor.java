package io.martech.connect.source.reader.paged;

import io.martech.connect.source.chunk.Cursor;
import java.time.LocalDateTime;

/**
 * The state of {@link PagedSnapshotReader}: what is known about the list, and the progress of the current pass.
 *
 * @param cursor as stored by Connect
 */
public record PassCursor(Cursor cursor) {

    public static final String ORDER = "order";
    public static final String PAGE_SIZE = "page_size";
    public static final String PASSES = "passes";
    public static final String DIRECTION = "pass_direction";
    public static final String NEXT_PAGE = "pass_next_page";
    public static final String STARTED_AT = "pass_started_at";
    public static final String ENDED_AT = "pass_ended_at";
    public static final String READ_UP_TO = "read_up_to";
    public static final String LOOKED_AT = "looked_at";

    public static final String FORWARD = "forward";
    public static final String BACKWARD = "backward";

    PageOrder order() {
        return PageOrder.parse(cursor.text(ORDER));
    }

    /** The number of rows on a full page; 0 if all rows fit on one. */
    int pageSize() {
        return (int) cursor.number(PAGE_SIZE, 0);
    }

    /** The number of passes that have ended. */
    long passes() {
        return cursor.number(PASSES, 0);
    }

    boolean isUnderWay() {
        return cursor.has(NEXT_PAGE);
    }

    boolean isBackward() {
        return BACKWARD.equals(cursor.text(DIRECTION));
    }

    long nextPage() {
        return cursor.number(NEXT_PAGE, 1);
    }

    LocalDateTime endedAt() {
        return cursor.time(ENDED_AT);
    }

    /** Every change before it was read at least once; null until the first pass has ended. */
    LocalDateTime readUpTo() {
        return cursor.time(READ_UP_TO);
    }

    PassCursor ofList(PageOrder order) {
        return new PassCursor(cursor.with(ORDER, order.text()));
    }

    PassCursor begun(boolean backward, long nextPage, int pageSize, LocalDateTime now) {
        return new PassCursor(cursor.with(DIRECTION, backward ? BACKWARD : FORWARD)
                .with(NEXT_PAGE, nextPage)
                .with(PAGE_SIZE, (long) pageSize)
                .with(STARTED_AT, now)
                .with(LOOKED_AT, now));
    }

    PassCursor at(long nextPage, PageOrder order) {
        return new PassCursor(cursor.with(NEXT_PAGE, nextPage).with(ORDER, order.text()));
    }

    PassCursor lookedAt(LocalDateTime now, PageOrder order) {
        return new PassCursor(cursor.with(LOOKED_AT, now).with(ORDER, order.text()));
    }

    /** All rows were on one page, which was read at that time. */
    PassCursor readAsOnePage(LocalDateTime now) {
        return new PassCursor(cursor.with(STARTED_AT, now).with(PAGE_SIZE, null)).ended(now, true);
    }

    /** @param isWhole whether as many rows were seen as exist */
    PassCursor ended(LocalDateTime now, boolean isWhole) {
        Cursor ended = cursor.with(PASSES, passes() + 1)
                .with(ENDED_AT, now)
                .with(LOOKED_AT, now)
                .with(READ_UP_TO, isWhole ? earlier(cursor.time(STARTED_AT), now) : readUpTo());
        return new PassCursor(ended).abandoned();
    }

    /** The clock may have gone back since the pass began. */
    private static LocalDateTime earlier(LocalDateTime oneOrNull, LocalDateTime other) {
        return oneOrNull != null && oneOrNull.isAfter(other) ? other : oneOrNull;
    }

    /** No pass is under way. */
    PassCursor abandoned() {
        return new PassCursor(cursor.with(NEXT_PAGE, null).with(DIRECTION, null).with(STARTED_AT, null));
    }
}

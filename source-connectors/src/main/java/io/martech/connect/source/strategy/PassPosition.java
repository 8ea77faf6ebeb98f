package io.martech.connect.source.strategy;

import io.martech.connect.source.engine.Position;
import java.time.LocalDateTime;

/**
 * Where {@link PagedPasses} stands: what is known of the list, and how far the pass under way is.
 *
 * @param position as Connect stores it
 */
record PassPosition(Position position) {

    static final String BUCKETS = "buckets";
    static final String ORDER = "order";
    static final String PAGE_SIZE = "page_size";
    static final String PASSES = "passes";
    static final String DIRECTION = "pass_direction";
    static final String NEXT_PAGE = "pass_next_page";
    static final String STARTED_AT = "pass_started_at";
    static final String ENDED_AT = "pass_ended_at";
    static final String READ_UP_TO = "read_up_to";
    static final String LOOKED_AT = "looked_at";

    static final String FORWARD = "forward";
    static final String BACKWARD = "backward";

    /** How many buckets there are, or 0 before the first pass. */
    int buckets() {
        return (int) position.number(BUCKETS, 0);
    }

    PageOrder order() {
        return PageOrder.parse(position.text(ORDER));
    }

    /** How many rows a full page holds; 0 if all rows fit on one. */
    int pageSize() {
        return (int) position.number(PAGE_SIZE, 0);
    }

    /** How many passes have ended. */
    long passes() {
        return position.number(PASSES, 0);
    }

    boolean isUnderWay() {
        return position.has(NEXT_PAGE);
    }

    boolean isBackward() {
        return BACKWARD.equals(position.text(DIRECTION));
    }

    long nextPage() {
        return position.number(NEXT_PAGE, 1);
    }

    LocalDateTime endedAt() {
        return position.time(ENDED_AT);
    }

    /** Every change before it was looked for once; null until the first pass has ended. */
    LocalDateTime readUpTo() {
        return position.time(READ_UP_TO);
    }

    PassPosition ofList(int buckets, PageOrder order) {
        return new PassPosition(position.with(BUCKETS, (long) buckets).with(ORDER, order.text()));
    }

    PassPosition begun(boolean backward, long nextPage, int pageSize, LocalDateTime now) {
        return new PassPosition(position.with(DIRECTION, backward ? BACKWARD : FORWARD)
                .with(NEXT_PAGE, nextPage)
                .with(PAGE_SIZE, (long) pageSize)
                .with(STARTED_AT, now)
                .with(LOOKED_AT, now));
    }

    PassPosition at(long nextPage, PageOrder order) {
        return new PassPosition(position.with(NEXT_PAGE, nextPage).with(ORDER, order.text()));
    }

    PassPosition lookedAt(LocalDateTime now, PageOrder order) {
        return new PassPosition(position.with(LOOKED_AT, now).with(ORDER, order.text()));
    }

    /** All rows were on one page, which was read at that time. */
    PassPosition readAsOnePage(LocalDateTime now) {
        return new PassPosition(position.with(STARTED_AT, now).with(PAGE_SIZE, null)).ended(now, true);
    }

    /** @param isWhole whether as many rows were seen as there are */
    PassPosition ended(LocalDateTime now, boolean isWhole) {
        Position ended = position.with(PASSES, passes() + 1)
                .with(ENDED_AT, now)
                .with(LOOKED_AT, now)
                .with(READ_UP_TO, isWhole ? position.text(STARTED_AT) : position.text(READ_UP_TO));
        return new PassPosition(ended).abandoned();
    }

    /** No pass is under way. */
    PassPosition abandoned() {
        return new PassPosition(
                position.with(NEXT_PAGE, null).with(DIRECTION, null).with(STARTED_AT, null));
    }
}

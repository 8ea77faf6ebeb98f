package io.martech.connect.source.reader;

import io.martech.connect.schema.Progress;
import io.martech.connect.source.chunk.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ids that are still to be read: consecutive ranges, the last of them without an end. Immutable; a cursor holds all
 * of it, in flat keys.
 *
 * <p>A range that was split off starts at an id that no row may have. Correctness does not depend on the platform's
 * response to such an id: the range before it ends where its own pages have reached the first row of the next one, which
 * proves that nothing lies in between.
 *
 * @param ranges ascending; empty once all is read
 * @param from an id below all others; used for progress only
 * @param to an id near the highest; 0 if unknown
 * @param highest the highest id, once the range without an end has been read; 0 before
 */
public record IdRanges(List<Range> ranges, long from, long to, long highest) {

    /** Keeps the cursor small. */
    static final int MOST = 64;

    private static final long OPEN = Long.MAX_VALUE;
    private static final String LAST_ID = "last_id";
    private static final String FROM = "ids_from";
    private static final String TO = "ids_to";
    private static final String HIGHEST = "highest_id";

    public IdRanges {
        ranges = List.copyOf(ranges);
    }

    /**
     * Ids above {@code at}, up to {@code end}.
     *
     * @param at the last id that was read, or any id below all rows of the range
     * @param end the last id that may belong to it
     * @param likelyEnd no row is expected beyond it; not stored, since it is an estimate only
     * @param density rows per id of the last page, to estimate how much is left; 1 before the first page
     */
    record Range(long at, long end, long likelyEnd, double density) {

        private long left() {
            return Math.max(0, Math.min(end, likelyEnd) - at);
        }

        private double rowsLeft() {
            return left() * density;
        }

        private boolean isSameAs(Range other) {
            return at == other.at && end == other.end;
        }
    }

    /**
     * The result of a page.
     *
     * @param next the ranges that are still to be read
     * @param lastId the last id of the page that belongs to its range; smaller than any if none does
     */
    record Taken(IdRanges next, long lastId) {}

    /** All ids above the given one, in one range. */
    public static IdRanges above(long id) {
        return new IdRanges(List.of(new Range(id, OPEN, id, 1)), 0, 0, 0);
    }

    /** @param prefix the prefix of each key */
    public static IdRanges from(Cursor cursor, String prefix) {
        if (!cursor.has(at(prefix, 1))) {
            return above(cursor.number(prefix + LAST_ID, 0)).within(cursor, prefix);
        }
        List<Range> ranges = new ArrayList<>();
        for (int i = 1; cursor.has(at(prefix, i)); i++) {
            long end = cursor.number(end(prefix, i), OPEN);
            ranges.add(new Range(cursor.number(at(prefix, i), 0), end, end, 1));
        }
        return new IdRanges(ranges, 0, 0, 0).within(cursor, prefix);
    }

    private IdRanges within(Cursor cursor, String prefix) {
        long top = cursor.number(prefix + TO, 0);
        List<Range> within = ranges.stream()
                .map(range -> range.end == OPEN ? new Range(range.at, OPEN, Math.max(range.at, top), 1) : range)
                .toList();
        return new IdRanges(within, cursor.number(prefix + FROM, 0), top, cursor.number(prefix + HIGHEST, 0));
    }

    /** The cursor with these ranges instead of its own; without any once everything has been read. */
    public Cursor addTo(Cursor cursor, String prefix) {
        Map<String, Object> changes = new HashMap<>();
        for (int i = 1; cursor.has(at(prefix, i)); i++) {
            changes.put(at(prefix, i), null);
            changes.put(end(prefix, i), null);
        }
        boolean isOneChain = ranges.size() == 1 && ranges.get(0).end == OPEN;
        for (int i = 1; i <= ranges.size() && !isOneChain; i++) {
            Range range = ranges.get(i - 1);
            changes.put(at(prefix, i), range.at);
            changes.put(end(prefix, i), range.end == OPEN ? null : range.end);
        }
        changes.put(prefix + LAST_ID, isOneChain ? ranges.get(0).at : null);
        changes.put(prefix + FROM, to == 0 || ranges.isEmpty() ? null : from);
        changes.put(prefix + TO, to == 0 || ranges.isEmpty() ? null : to);
        changes.put(prefix + HIGHEST, highest == 0 || ranges.isEmpty() ? null : highest);
        return cursor.with(changes);
    }

    /** The keys of a cursor that {@link #addTo} may write. */
    public static String[] keys(String prefix) {
        List<String> keys = new ArrayList<>(List.of(prefix + LAST_ID, prefix + FROM, prefix + TO, prefix + HIGHEST));
        for (int i = 1; i <= MOST; i++) {
            keys.add(at(prefix, i));
            keys.add(end(prefix, i));
        }
        return keys.toArray(String[]::new);
    }

    public boolean isDone() {
        return ranges.isEmpty();
    }

    boolean isSameAs(IdRanges other) {
        if (other == null || other.ranges.size() != ranges.size()) {
            return false;
        }
        for (int i = 0; i < ranges.size(); i++) {
            if (!ranges.get(i).isSameAs(other.ranges.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row of the range was read, or the range before has found where it starts. */
    boolean isBegun(int index) {
        return index == 0 || ranges.get(index - 1).end != ranges.get(index).at;
    }

    /** Whether rows are known beyond the range, so that an empty page is unexpected. */
    boolean hasRowsBeyond(int index) {
        int last = index;
        while (last + 1 < ranges.size() && !isBegun(last + 1)) {
            last++;
        }
        return ranges.get(last).end != OPEN;
    }

    /** The progress for a progress record. */
    public Progress.ById progress() {
        return new Progress.ById(ranges.size(), percent(), isDone());
    }

    private Integer percent() {
        if (to <= from) {
            return isDone() ? 100 : null;
        }
        double left = ranges.stream()
                .mapToDouble(range -> Math.max(0, Math.min(range.end, range.likelyEnd) - Math.max(range.at, from)))
                .sum();
        return (int) Math.round(100 * (1 - Math.min(1, left / ((double) to - from))));
    }

    /** Returns a copy with the known lowest and highest ids. */
    IdRanges spanning(long newFrom, long newTo, double density) {
        Range last = ranges.get(ranges.size() - 1);
        List<Range> changed = new ArrayList<>(ranges);
        changed.set(ranges.size() - 1, new Range(last.at, last.end, newTo, density));
        return new IdRanges(changed, newFrom, newTo, highest);
    }

    /** Halves the range with the most rows left; empty if none has that many. */
    Optional<IdRanges> split(long fewestRows) {
        int largest = -1;
        for (int i = 0; i < ranges.size(); i++) {
            boolean isLarger = largest < 0
                    || ranges.get(i).rowsLeft() > ranges.get(largest).rowsLeft();
            largest = isBegun(i) && isLarger ? i : largest;
        }
        Range range = ranges.get(largest);
        if (range.rowsLeft() < Math.max(2, fewestRows)) {
            return Optional.empty();
        }
        long middle = range.at + range.left() / 2;
        List<Range> more = new ArrayList<>(ranges);
        more.set(largest, new Range(range.at, middle, middle, range.density));
        more.add(largest + 1, new Range(middle, range.end, range.likelyEnd, range.density));
        return Optional.of(with(more));
    }

    /** Keeps only ranges that have begun: those before the others take them over. */
    IdRanges withoutThoseNotBegun() {
        List<Range> begun = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            if (isBegun(i)) {
                begun.add(range);
            } else {
                Range before = begun.remove(begun.size() - 1);
                begun.add(new Range(before.at, range.end, range.likelyEnd, before.density));
            }
        }
        return with(begun);
    }

    /**
     * Continues after a page.
     *
     * @param index the range that the page was requested for
     * @param ids all ids of the page, strictly ascending from the start of the rest of the range; none if no rows follow
     */
    Taken take(int index, List<Long> ids) {
        List<Range> left = new ArrayList<>(ranges);
        Range range = left.get(index);
        long last = ids.isEmpty() ? OPEN : ids.get(ids.size() - 1);
        // A following range that has not begun is taken over by this one.
        while (last > range.end && index + 1 < left.size() && left.get(index + 1).at == range.end) {
            Range next = left.remove(index + 1);
            range = new Range(range.at, next.end, next.likelyEnd, range.density);
        }
        boolean isEmpty = ids.isEmpty() || ids.get(0) > range.end;
        if (!isBegun(index)) {
            Range before = left.get(index - 1);
            // Rows between the two would be unexpected; the range before reads up to the next known row and so finds
            // them.
            left.set(index - 1, new Range(before.at, isEmpty ? range.end : ids.get(0) - 1, range.at, before.density));
            if (isEmpty) {
                left.remove(index);
                return new Taken(with(left), Long.MIN_VALUE);
            }
        }
        if (ids.isEmpty() || last > range.end) {
            left.remove(index);
            long top = range.end == OPEN ? range.at : highest;
            return new Taken(new IdRanges(left, from, to, top), ids.isEmpty() ? Long.MIN_VALUE : range.end);
        }
        double density = ids.size() / (double) (last - Math.min(last - 1, Math.max(range.at, ids.get(0) - 1)));
        left.set(index, new Range(last, range.end, Math.max(last, range.likelyEnd), density));
        return new Taken(with(left), last);
    }

    private IdRanges with(List<Range> changed) {
        return new IdRanges(changed, from, to, highest);
    }

    private static String at(String prefix, int number) {
        return prefix + "range_" + number + "_at";
    }

    private static String end(String prefix, int number) {
        return prefix + "range_" + number + "_end";
    }
}

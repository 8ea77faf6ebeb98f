package io.martech.connect.sandbox.linkflow.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All rows of one kind: the newest version of each, and what readers can already see of them. A change may become visible
 * later than it was made, and a stale replica sees an older state.
 *
 * <p>Not thread-safe: the platform guards it. Times are epoch milliseconds of the platform's clock.
 */
final class RowStore {

    /** How far back a stale replica can be. */
    static final long LONGEST_STALENESS_MILLIS = 600_000;

    private final NavigableMap<Long, Row> newest = new TreeMap<>();
    private final NavigableMap<Long, Row> visible = new TreeMap<>();
    private final NavigableMap<UpdateKey, Row> visibleByUpdate = new TreeMap<>();
    private final Map<Long, Long> visibleDeletes = new HashMap<>();
    private final PriorityQueue<Change> notYetVisible =
            new PriorityQueue<>(Comparator.comparingLong(Change::visibleFrom).thenComparing(Change::sequence));
    private final ArrayDeque<Undo> recent = new ArrayDeque<>();

    /** Stores a new version of a row. @param visibleFrom when readers begin to see it */
    void put(Row row, long visibleFrom) {
        newest.put(row.id(), row);
        notYetVisible.add(new Change(row.id(), row, row.sequence(), visibleFrom));
    }

    /** Deletes a row. @param visibleFrom when readers begin to miss it */
    void delete(long id, long sequence, long visibleFrom) {
        newest.remove(id);
        notYetVisible.add(new Change(id, null, sequence, visibleFrom));
    }

    /** The newest version of every row, whether readers can see it or not. */
    NavigableMap<Long, Row> newest() {
        return newest;
    }

    /** Makes visible whatever is due. */
    void advanceTo(long now) {
        while (!notYetVisible.isEmpty() && notYetVisible.peek().visibleFrom() <= now) {
            reveal(notYetVisible.poll());
        }
        while (!recent.isEmpty() && recent.peekFirst().visibleFrom() < now - LONGEST_STALENESS_MILLIS) {
            recent.removeFirst();
        }
    }

    /** The first rows above an id, ascending, as readers saw them at a moment that is not in the future. */
    List<Row> above(long exclusiveId, int limit, Predicate<Row> wanted, long moment) {
        NavigableMap<Long, Row> before = stateToUndo(moment);
        List<Row> rows = new ArrayList<>();
        Iterator<Row> following = visible.tailMap(exclusiveId, false).values().iterator();
        while (following.hasNext() && rows.size() < limit) {
            Row row = following.next();
            if (!before.containsKey(row.id()) && wanted.test(row)) {
                rows.add(row);
            }
        }
        if (before.isEmpty()) {
            return rows;
        }
        before.tailMap(exclusiveId, false).values().stream()
                .filter(row -> row != null && wanted.test(row))
                .forEach(rows::add);
        RowOrder.BY_ID.sort(rows, 0);
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    /** The rows last updated in {@code [from, to)} (epoch seconds), in no particular order. */
    List<Row> updatedBetween(long from, long to, Predicate<Row> wanted, long moment) {
        NavigableMap<Long, Row> before = stateToUndo(moment);
        List<Row> rows = new ArrayList<>();
        if (from < to) {
            UpdateKey first = new UpdateKey(from, Long.MIN_VALUE);
            UpdateKey last = new UpdateKey(to, Long.MIN_VALUE);
            for (Row row : visibleByUpdate.subMap(first, last).values()) {
                if (!before.containsKey(row.id()) && wanted.test(row)) {
                    rows.add(row);
                }
            }
        }
        for (Row row : before.values()) {
            if (row != null && row.updatedSecond() >= from && row.updatedSecond() < to && wanted.test(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Those of the rows that readers saw at a moment, ascending by id, each once. */
    List<Row> visible(Iterable<Long> ids, long moment) {
        NavigableMap<Long, Row> before = stateToUndo(moment);
        NavigableMap<Long, Row> found = new TreeMap<>();
        for (Long id : ids) {
            Row row = before.containsKey(id) ? before.get(id) : visible.get(id);
            if (row != null) {
                found.put(id, row);
            }
        }
        return new ArrayList<>(found.values());
    }

    private void reveal(Change change) {
        Row shown = visible.get(change.id());
        long shownSequence = shown != null ? shown.sequence() : visibleDeletes.getOrDefault(change.id(), -1L);
        if (shownSequence > change.sequence()) {
            return; // a newer change of this row was faster
        }
        if (shown != null && shown.hasUpdateTime()) {
            visibleByUpdate.remove(UpdateKey.of(shown));
        }
        Row row = change.row();
        if (row == null) {
            visible.remove(change.id());
            visibleDeletes.put(change.id(), change.sequence());
        } else {
            visible.put(row.id(), row);
            if (row.hasUpdateTime()) {
                visibleByUpdate.put(UpdateKey.of(row), row);
            }
        }
        recent.addLast(new Undo(change.visibleFrom(), change.id(), shown));
    }

    /** For every row that has changed visibly after a moment: what was seen before, null for nothing. */
    private NavigableMap<Long, Row> stateToUndo(long moment) {
        NavigableMap<Long, Row> before = new TreeMap<>();
        Iterator<Undo> newestFirst = recent.descendingIterator();
        while (newestFirst.hasNext()) {
            Undo undo = newestFirst.next();
            if (undo.visibleFrom() <= moment) {
                break;
            }
            before.put(undo.id(), undo.shownBefore());
        }
        return before;
    }

    private record Change(long id, Row row, long sequence, long visibleFrom) {}

    private record Undo(long visibleFrom, long id, Row shownBefore) {}

    private record UpdateKey(long second, long id) implements Comparable<UpdateKey> {

        static UpdateKey of(Row row) {
            return new UpdateKey(row.updatedSecond(), row.id());
        }

        @Override
        public int compareTo(UpdateKey other) {
            int bySecond = Long.compare(second, other.second);
            return bySecond != 0 ? bySecond : Long.compare(id, other.id);
        }
    }
}

package io.martech.connect.sandbox.linkflow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All orders, or all contacts, of the platform. Thread-safe; every read sees one state. */
public final class Table {

    private final RowStore rows = new RowStore();
    private final HotSet hotSet = new HotSet();
    private final Changes changes;
    private final IdSequence ids;
    private final int idsPerRow;
    private final int firstVersion;
    private final LongFunction<Content> generator;

    /**
     * An empty table.
     *
     * @param idsPerRow how many ids a row takes, the first being its own
     * @param firstVersion {@code ver} of a new row; 0 if rows have none
     * @param generator makes content from a seed
     */
    public Table(Changes changes, IdSequence ids, int idsPerRow, int firstVersion, LongFunction<Content> generator) {
        this.changes = changes;
        this.ids = ids;
        this.idsPerRow = idsPerRow;
        this.firstVersion = firstVersion;
        this.generator = generator;
    }

    /** Inserts a row now; visible when committed. */
    public synchronized long insert(boolean anonymous) {
        Changes.Stamp stamp = changes.stamp();
        return insert(stamp, stamp.second(), stamp.second(), anonymous, generator.apply(stamp.seed()));
    }

    /** Inserts a row with given content now; visible when committed. */
    public synchronized long insert(Content content, boolean anonymous) {
        Changes.Stamp stamp = changes.stamp();
        return insert(stamp, stamp.second(), stamp.second(), anonymous, content);
    }

    /** Inserts a row that has been there since long: visible at once, with the times given. */
    public synchronized long insertHistoric(long createdSecond, long updatedSecond, boolean anonymous) {
        Changes.Stamp stamp = changes.stamp();
        Changes.Stamp committed = new Changes.Stamp(stamp.sequence(), stamp.second(), changes.now(), stamp.seed());
        return insert(committed, createdSecond, updatedSecond, anonymous, generator.apply(stamp.seed()));
    }

    /** Epoch milliseconds of the platform's clock. */
    public long now() {
        return changes.now();
    }

    /** Takes ids that no row of this table will have. @return the first of the run */
    public synchronized long takeIds(int run) {
        return ids.next(Math.floorDiv(changes.now(), 1000L), run);
    }

    /** Updates a row with other generated content. */
    public synchronized void update(long id, boolean movesVersion) {
        Changes.Stamp stamp = changes.stamp();
        Row old = required(id);
        replace(old, stamp, movesVersion, old.anonymous(), old.content().changed(stamp.seed()));
    }

    /** Updates a row with what an edit makes of its content. */
    public synchronized void update(long id, PlatformTime time, UnaryOperator<ObjectNode> edit) {
        Row old = required(id);
        ObjectNode edited = edit.apply(old.render(time));
        boolean anonymous = edited.path("isAnonymous").asBoolean(false);
        replace(old, changes.stamp(), true, anonymous, new StoredContent(edited));
    }

    /** Changes a row's content, without a trace: neither its update time nor its version moves. */
    public synchronized void changeInSilence(long id) {
        Changes.Stamp stamp = changes.stamp();
        Row old = required(id);
        Content content = old.content().changed(stamp.seed());
        put(
                new Row(
                        old.id(),
                        old.createdSecond(),
                        old.updatedSecond(),
                        old.version(),
                        stamp.sequence(),
                        old.anonymous(),
                        content),
                stamp);
    }

    /** Updates one row, often a hot one. */
    public synchronized Optional<Long> updateAny() {
        if (hotSet.isEmpty()) {
            return Optional.empty();
        }
        long id = hotSet.pick(new Draw(changes.shuffle()));
        update(id, true);
        return Optional.of(id);
    }

    /** Updates so many rows, one after the other, often hot ones. @return their ids, one per update; none if there are no rows */
    public List<Long> updateAny(int count) {
        List<Long> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            updateAny().ifPresent(ids::add);
        }
        return ids;
    }

    public synchronized void delete(long id) {
        required(id);
        Changes.Stamp stamp = changes.stamp();
        rows.delete(id, stamp.sequence(), stamp.visibleFrom());
        hotSet.remove(id);
    }

    /** The first rows above an id that readers can see, ascending. */
    public synchronized List<Row> above(long exclusiveId, int limit, Predicate<Row> wanted) {
        rows.advanceTo(changes.now());
        return rows.above(exclusiveId, limit, wanted, changes.momentOfRead());
    }

    /** The rows that readers can see, last updated in {@code [from, to)}, sorted. */
    public List<Row> updatedBetween(long from, long to, RowOrder order, Predicate<Row> wanted) {
        List<Row> found;
        synchronized (this) {
            rows.advanceTo(changes.now());
            found = rows.updatedBetween(from, to, wanted, changes.momentOfRead());
        }
        order.sort(found, changes.shuffle());
        return found;
    }

    /** Those of the rows that readers can see, ascending by id. */
    public synchronized List<Row> visible(Iterable<Long> wantedIds) {
        rows.advanceTo(changes.now());
        return rows.visible(wantedIds, changes.momentOfRead());
    }

    /** The newest version of a row, seen by readers or not. */
    public synchronized Optional<Row> newest(long id) {
        return Optional.ofNullable(rows.newest().get(id));
    }

    /** The newest version of every row, seen by readers or not. */
    public synchronized List<Row> newest() {
        return new ArrayList<>(rows.newest().values());
    }

    /** The newest version of every row as the platform shows it, by id. */
    public NavigableMap<Long, JsonNode> newestById(PlatformTime time) {
        NavigableMap<Long, JsonNode> byId = new TreeMap<>();
        newest().forEach(row -> byId.put(row.id(), row.render(time)));
        return byId;
    }

    public synchronized int size() {
        return rows.newest().size();
    }

    private long insert(
            Changes.Stamp stamp, long createdSecond, long updatedSecond, boolean anonymous, Content content) {
        long id = ids.next(createdSecond, idsPerRow);
        put(new Row(id, createdSecond, updatedSecond, firstVersion, stamp.sequence(), anonymous, content), stamp);
        hotSet.add(id);
        return id;
    }

    private void replace(Row old, Changes.Stamp stamp, boolean movesVersion, boolean anonymous, Content content) {
        int version = movesVersion && old.hasVersion() ? old.version() + 1 : old.version();
        put(
                new Row(old.id(), old.createdSecond(), stamp.second(), version, stamp.sequence(), anonymous, content),
                stamp);
    }

    private void put(Row row, Changes.Stamp stamp) {
        rows.put(row, stamp.visibleFrom());
        rows.advanceTo(changes.now());
    }

    private Row required(long id) {
        Row row = rows.newest().get(id);
        if (row == null) {
            throw new NoSuchElementException("The sandbox has no row with id " + id);
        }
        return row;
    }

    /** Ids to change at random: most changes hit a few hot rows again and again, the rest any row. Not thread-safe. */
    private static final class HotSet {
        private static final int HOT_ROWS = 20;
        private static final int HOT_PERCENT = 70;

        private final List<Long> ids = new ArrayList<>();
        private final List<Long> hot = new ArrayList<>();

        /** Ids must be added in ascending order. */
        void add(long id) {
            ids.add(id);
        }

        void remove(long id) {
            int index = Collections.binarySearch(ids, id);
            if (index >= 0) {
                ids.remove(index);
            }
            hot.remove(id);
        }

        boolean isEmpty() {
            return ids.isEmpty();
        }

        long pick(Draw draw) {
            if (hot.size() >= Math.min(HOT_ROWS, ids.size()) && draw.happens(HOT_PERCENT)) {
                return hot.get(draw.below(hot.size()));
            }
            Long id = ids.get(draw.below(ids.size()));
            if (hot.size() < HOT_ROWS && !hot.contains(id)) {
                hot.add(id);
            }
            return id;
        }
    }
}

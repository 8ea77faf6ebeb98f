package io.martech.connect.sandbox.linkflow.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.generated.History;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.Row;
import io.martech.connect.sandbox.linkflow.model.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * The orders of a {@link LinkflowPlatform}, and the hand that changes them behind the clients' backs; none at first. Thread-safe.
 * Methods that return rows show the newest state, seen by readers or not.
 */
public final class LinkflowOrders {

    private final InstantSource clock;
    private final LinkflowQuirks quirks;
    private final Table table;

    public LinkflowOrders(InstantSource clock, LinkflowQuirks quirks, Table table) {
        this.clock = clock;
        this.quirks = quirks;
        this.table = table;
    }

    /** Inserts an order with generated content. @return its id */
    public long insert() {
        return table.insert(false);
    }

    /** Inserts orders with generated content, all of them within the present second. @return their ids, ascending */
    public List<Long> insert(int count) {
        return LongStream.generate(this::insert).limit(count).boxed().toList();
    }

    /**
     * Inserts an order with times of its own, visible at once.
     *
     * @param updated null for a row that the platform shows without {@code lastUpdated}; no window shows such a row
     * @return its id, above all ids before
     */
    public long insertWithTimes(Instant created, Instant updated) {
        return table.insertHistoric(created.getEpochSecond(), Row.updateSecond(updated), false);
    }

    /** Inserts orders created one after the other in the time before the present, each unchanged since; visible at once. */
    public List<Long> insertHistory(int count, Duration span) {
        return History.spread(count, span, clock, second -> table.insertHistoric(second, second, false));
    }

    /** Updates an order now: other content, the next {@code ver}. */
    public void update(long id) {
        table.update(id, true);
    }

    /** Changes an order's content and {@code lastUpdated} without moving its {@code ver}. */
    public void updateWithoutNewVersion(long id) {
        table.update(id, false);
    }

    /** Changes an order's content without moving its {@code lastUpdated} or {@code ver}: no window shows that. */
    public void changeInSilence(long id) {
        table.changeInSilence(id);
    }

    /** Updates an order now by editing its fields; {@code lastUpdated} and {@code ver} follow. */
    public void update(long id, Consumer<ObjectNode> edit) {
        table.update(id, quirks.time(), row -> {
            edit.accept(row);
            return row;
        });
    }

    /** Updates orders at random, a few hot ones again and again. @return the ids, one per update */
    public List<Long> updateRandom(int count) {
        return table.updateAny(count);
    }

    /** Every order as it stands, by id. Large: a few kilobytes per order. */
    public NavigableMap<Long, JsonNode> byId() {
        return table.newestById(quirks.time());
    }

    /** An order as it stands. */
    public Optional<JsonNode> find(long id) {
        return table.newest(id).map(row -> row.render(quirks.time()));
    }

    /** The ids of all orders, ascending. */
    public List<Long> ids() {
        return table.newest().stream().map(Row::id).sorted().toList();
    }

    /** How many orders there are. */
    public int count() {
        return table.size();
    }

    public Table table() {
        return table;
    }
}

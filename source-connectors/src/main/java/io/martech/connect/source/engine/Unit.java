package io.martech.connect.source.engine;

import java.util.List;

/**
 * A closed piece of a resource: an id page, a time window, a day, a list.
 *
 * @param slice the part of the resource whose position this is, or null for the whole resource
 * @param rows what is to be emitted, in order; may be empty
 * @param from the position that it was read from; every record but the last carries it
 * @param next the position after it; only the last record carries it
 * @param facts what the progress record says of it
 * @param beside slices whose positions are stored together with the unit, each by a progress record of its own
 */
public record Unit(
        Slice slice, List<Row> rows, Position from, Position next, UnitFacts facts, List<StoredSlice> beside) {

    /** No unit is larger, so that one poll fits in memory and in a transaction. */
    public static final int MAXIMUM_ROWS = 10_000;

    public Unit {
        rows = List.copyOf(rows);
        beside = List.copyOf(beside);
    }

    /** A unit with which no other position is stored. */
    public Unit(Slice slice, List<Row> rows, Position from, Position next, UnitFacts facts) {
        this(slice, rows, from, next, facts, List.of());
    }

    /** A unit of a resource that has one position. */
    public Unit(List<Row> rows, Position from, Position next, UnitFacts facts) {
        this(null, rows, from, next, facts);
    }
}

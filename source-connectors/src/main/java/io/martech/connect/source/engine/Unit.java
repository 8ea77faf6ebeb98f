package io.martech.connect.source.engine;

import java.util.List;

/**
 * A closed piece of a resource: an id page, a time window, a day, a list.
 *
 * @param rows what is to be emitted, in order; may be empty
 * @param from the position that it was read from; every record but the last carries it
 * @param next the position after it; only the last record carries it
 * @param facts what the progress record says of it
 */
public record Unit(List<Row> rows, Position from, Position next, UnitFacts facts) {

    /** No unit is larger, so that one poll fits in memory and in a transaction. */
    public static final int MAXIMUM_ROWS = 10_000;

    public Unit {
        rows = List.copyOf(rows);
    }
}

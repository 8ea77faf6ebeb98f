package io.martech.connect.source.chunk;

import java.util.List;

/**
 * A self-contained part of a resource: an id page, a time window, a day, a list.
 *
 * @param slice the part of the resource whose cursor this is, or null for the whole resource
 * @param rows the rows to emit, in order; may be empty
 * @param from the cursor that it was read from; every record but the last carries it
 * @param next the cursor after it; only the last record carries it. An empty cursor of a slice deletes the slice's offset
 * @param facts what the progress record reports about it
 */
public record Chunk(Slice slice, List<Row> rows, Cursor from, Cursor next, ChunkStats facts) {

    /** The maximum number of rows in a chunk, so that one poll fits in memory and in a transaction. */
    public static final int MAXIMUM_ROWS = 10_000;

    public Chunk {
        rows = List.copyOf(rows);
    }

    public Chunk at(Cursor otherFrom, Cursor otherNext) {
        return new Chunk(slice, rows, otherFrom, otherNext, facts);
    }

    public Chunk with(List<Row> otherRows) {
        return new Chunk(slice, otherRows, from, next, facts);
    }

    public Chunk with(ChunkStats otherFacts) {
        return new Chunk(slice, rows, from, next, otherFacts);
    }

    /** A chunk of a resource that has one cursor. */
    public Chunk(List<Row> rows, Cursor from, Cursor next, ChunkStats facts) {
        this(null, rows, from, next, facts);
    }
}

package io.martech.connect.sink.linkflow.dimension;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row of a dimension table.
 *
 * @param json its columns
 */
public record DimensionRow(ObjectNode json) {

    /** The names of its columns only: their values may be anything. */
    @Override
    public String toString() {
        return "DimensionRow"
                + json.properties().stream().map(column -> column.getKey()).toList();
    }
}

package io.martech.connect.source.reader.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.chunk.Slice;
import java.util.List;

/** Lists that only grow at their end, each read by the id of its rows: the members of groups, for example. */
public interface KeysetFeed {

    /** The resource's name, for messages. */
    String name();

    /** The lists that currently exist. */
    List<Slice> slices();

    /**
     * The rows of a list with an id above the given one, ascending; empty only if there are none.
     *
     * @throws ListIsGoneException if the list no longer exists
     */
    List<JsonNode> page(Slice slice, long lastId);

    /**
     * Warns that a list does not exist, naming the key that selected it. Called once, and again if it existed in between.
     *
     * @param wasRead whether rows of it have been read before
     */
    void warnMissing(Slice slice, boolean wasRead);

    /** The id that a list is read by: immutable, and higher for every new row. */
    long idOf(JsonNode row);
}

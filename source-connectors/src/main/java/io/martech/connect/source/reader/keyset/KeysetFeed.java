package io.martech.connect.source.reader.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.chunk.Slice;
import java.util.List;

/** Lists that only grow at their end, each read by the id of its rows: the members of groups, for example. */
public interface KeysetFeed {

    /** The resource's name, for messages. */
    String name();

    /** The lists that there are now. */
    List<Slice> slices();

    /**
     * The rows of a list with an id above the given one, ascending; empty only if there is none.
     *
     * @throws ListIsGoneException if there is no such list any more
     */
    List<JsonNode> page(Slice slice, long lastId);

    /**
     * Warns that a list is not there, naming the key that chose it. Called once, and again if it was there meanwhile.
     *
     * @param wasRead whether rows of it have been read before
     */
    void tellThatItIsNotThere(Slice slice, boolean wasRead);

    /** By which a list is read: never changed, and higher for every row that comes. */
    long idOf(JsonNode row);
}

package io.martech.connect.source.reader.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** An endpoint that answers a whole list. */
public interface ListFeed {

    /**
     * All rows.
     *
     * @throws io.martech.connect.client.PlatformException if the answer is not the documented list; never an empty list
     *     instead
     */
    List<JsonNode> rows();

    /** The part of a row whose change is a change of the row: without counters and what only tells how it was found. */
    default JsonNode fingerprinted(JsonNode row) {
        return row;
    }

    /**
     * Whether the platform still has a row, asked for it alone; false where it cannot be asked. Only called for rows that the
     * list has lacked twice.
     *
     * @param key the fields of the row that its record's key is made of
     */
    default boolean isStillThere(JsonNode key) {
        return false;
    }

    /** How many requests have been sent so far. */
    long requests();
}

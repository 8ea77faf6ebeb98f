package io.martech.connect.source.reader.paged;

import com.fasterxml.jackson.databind.JsonNode;

/** The fields that a platform may have sorted a list of rows by. */
public interface SortKeys {

    /** The immutable id of a row; negative for a row without one, for which no tombstone is emitted. */
    long idOf(JsonNode row);

    /** When the row was last changed, in epoch milliseconds; 0 if it has no such time. */
    long updatedAt(JsonNode row);
}

package io.martech.connect.source.reader.paged;

import com.fasterxml.jackson.databind.JsonNode;

/** What a platform may have sorted a list of rows by. */
public interface SortKeys {

    /** The immutable id of a row; negative for a row without one, which nothing is emitted of as deleted. */
    long idOf(JsonNode row);

    /** When the row was changed last, in epoch milliseconds; 0 if it does not tell. */
    long updatedAt(JsonNode row);
}

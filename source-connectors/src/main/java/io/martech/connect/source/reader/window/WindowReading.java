package io.martech.connect.source.reader.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.Progress.Certainty;
import java.util.List;

/** The result of reading a closed window. */
sealed interface WindowReading {

    /**
     * All rows.
     *
     * @param hasRepeatedRows whether a row was on two pages, so that another may have been on none
     */
    record Complete(List<JsonNode> entries, Certainty certainty, boolean hasRepeatedRows) implements WindowReading {

        /** All rows, each returned once. */
        Complete(List<JsonNode> entries, Certainty certainty) {
            this(entries, certainty, false);
        }
    }

    /** More than a page: read a smaller window. */
    record TooLarge() implements WindowReading {}

    /** One second holds more rows than the platform pages through: only the id cursor can read it. */
    record BeyondPaging() implements WindowReading {}
}

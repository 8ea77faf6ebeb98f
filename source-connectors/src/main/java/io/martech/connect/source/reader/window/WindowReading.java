package io.martech.connect.source.reader.window;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.Progress.Certainty;
import java.util.List;

/** What came of the attempt to read a closed window. */
sealed interface WindowReading {

    /**
     * All of it.
     *
     * @param hasRepeatedRows whether a row stood on two pages, so that another may have stood on none
     */
    record Complete(List<JsonNode> entries, Certainty certainty, boolean hasRepeatedRows) implements WindowReading {

        /** All of it, each row seen once. */
        Complete(List<JsonNode> entries, Certainty certainty) {
            this(entries, certainty, false);
        }
    }

    /** More than a page: read a smaller window. */
    record TooLarge() implements WindowReading {}

    /** One second holds more than the platform pages through: only the id cursor can read it. */
    record BeyondPaging() implements WindowReading {}
}

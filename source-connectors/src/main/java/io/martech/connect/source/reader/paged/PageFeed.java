package io.martech.connect.source.reader.paged;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An endpoint that returns a list page by page, without a filter for changes, while the list changes. One request is one
 * snapshot.
 */
public interface PageFeed extends SortKeys {

    /** The result of one request. */
    record Page(List<JsonNode> rows, long total) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row with the details that another call returns.
     *
     * @param hasDetail false if the platform has no details of it any more
     */
    record Detailed(JsonNode row, boolean hasDetail) {}

    /**
     * One page.
     *
     * @param number the page number from 1, regardless of the platform's numbering
     * @throws io.martech.connect.client.PlatformException if the response is not the documented page; an error is never
     *     returned as an empty page
     */
    Page page(long number);

    /** The part of a row whose change is regarded as a change of the row. */
    JsonNode fingerprinted(JsonNode row);

    /** The row as it is to be emitted. May send a request. */
    Detailed detailed(JsonNode row);

    /**
     * Whether the platform still has the row, requested individually. Only called for rows that two passes did not
     * return.
     */
    boolean isStillThere(long id);

    /** The part of a row that its record's key consists of. */
    JsonNode keyOf(long id);

    /** Counts a finding that the user should check; the log describes it. */
    void countWarning();
}

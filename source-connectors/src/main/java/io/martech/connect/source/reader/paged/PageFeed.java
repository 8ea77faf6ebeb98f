package io.martech.connect.source.reader.paged;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An endpoint that answers a list page by page, without a filter for what has changed, while the list changes. One request is
 * one snapshot.
 */
public interface PageFeed extends SortKeys {

    /** What one request showed. */
    record Page(List<JsonNode> rows, long total) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row with what another call returns of it.
     *
     * @param hasDetail false if the platform has no detail of it any more
     */
    record Detailed(JsonNode row, boolean hasDetail) {}

    /**
     * One page.
     *
     * @param number the first page is 1, whatever the platform calls it
     * @throws io.martech.connect.client.PlatformException if the answer is not the documented page; never an empty page
     *     instead
     */
    Page page(long number);

    /** The part of a row whose change is a change of the row. */
    JsonNode fingerprinted(JsonNode row);

    /** The row as it is to be emitted. May cost a request. */
    Detailed detailed(JsonNode row);

    /** Whether the platform still has the row, asked for it alone. Only called for rows that two passes have lacked. */
    boolean isStillThere(long id);

    /** As much of a row as makes its record's key. */
    JsonNode keyOf(long id);

    /** The user should look at something; the log says what. */
    void countWarning();
}

package io.martech.connect.source.reader.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.reader.emitted.RowKeys;
import java.util.List;

/** An endpoint that returns a full listing. */
public interface ListFeed {

    /**
     * The response to one of the requests that together return the list.
     *
     * @param request identifies the request, the same on every read: rows returned by it are only gone if a response to
     *     it lacks them
     * @param isDoubtfulIfEmpty whether an empty response may also mean a lost permission
     */
    record Answer(String request, List<JsonNode> rows, boolean isDoubtfulIfEmpty) {

        static final long ONLY = 0;

        /** A response that is reliable even if empty. */
        public Answer(String request, List<JsonNode> rows) {
            this(request, rows, false);
        }

        /** For a list that one request, or one series of pages, returns. */
        public static List<Answer> only(List<JsonNode> rows) {
            return List.of(new Answer("", rows));
        }

        long hash() {
            return request.isEmpty() ? ONLY : RowKeys.hash(request);
        }
    }

    /**
     * The responses to all requests. A request without a response for now is left out: nothing is known about its rows.
     *
     * @throws io.martech.connect.client.PlatformException if a response is not the documented list; an error is never
     *     returned as an empty list
     */
    List<Answer> answers();

    /** The part of a row whose change is regarded as a change of the row: without counters and metadata of the query. */
    default JsonNode fingerprinted(JsonNode row) {
        return row;
    }

    /**
     * Whether the platform still has a row, requested individually; false where that is not possible. Only called for
     * rows that the list has lacked twice.
     *
     * @param key the fields of the row that its record's key consists of
     */
    default boolean isStillThere(JsonNode key) {
        return false;
    }
}

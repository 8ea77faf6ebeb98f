package io.martech.connect.source.reader.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.reader.emitted.RowKeys;
import java.util.List;

/** An endpoint that answers a whole list. */
public interface ListFeed {

    /**
     * What the platform answered to one of the requests that together show the list.
     *
     * @param request which one, the same whenever it is sent: rows that came with it are only gone if it is answered without them
     * @param isDoubtfulIfEmpty whether no rows may as well mean a lost permission
     */
    record Answer(String request, List<JsonNode> rows, boolean isDoubtfulIfEmpty) {

        static final long ONLY = 0;

        /** An answer that means what it says. */
        public Answer(String request, List<JsonNode> rows) {
            this(request, rows, false);
        }

        /** Of a list that one request, or one series of pages, shows. */
        public static List<Answer> only(List<JsonNode> rows) {
            return List.of(new Answer("", rows));
        }

        long hash() {
            return request.isEmpty() ? ONLY : RowKeys.hash(request);
        }
    }

    /**
     * The answers to all requests. One that has no answer for now is left out: of its rows nothing is known.
     *
     * @throws io.martech.connect.client.PlatformException if an answer is not the documented list; never an empty list
     *     instead
     */
    List<Answer> answers();

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
}

package io.martech.connect.source.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.AnswerRoom;
import java.util.List;

/**
 * What an endpoint offers to be read by: windows of the update time, and a cursor by id. An entry is what a page lists:
 * a whole row, or only an id whose row is loaded after.
 */
public interface ChangeFeed {

    /**
     * One page of a window.
     *
     * @param number from 1, whatever the platform counts from
     * @return the entries, empty beyond the last page; never an error in disguise
     * @throws PageLimitException if the platform refuses to go that far
     */
    List<JsonNode> windowPage(Window window, int number);

    /** The entries with an id above the given one, ascending; empty only if there is none. */
    default List<JsonNode> idPage(long lastMaxId) {
        return idPage(lastMaxId, AnswerRoom.UNBOUNDED);
    }

    /** The same, given up if there is no room for it. */
    List<JsonNode> idPage(long lastMaxId, AnswerRoom room);

    /** The rows of the entries, in their order. */
    default LoadedRows load(List<JsonNode> entries) {
        return load(entries, AnswerRoom.UNBOUNDED);
    }

    /** The same, given up if there is no room for them. */
    LoadedRows load(List<JsonNode> entries, AnswerRoom room);

    /** The immutable id of an entry or a row. */
    long idOf(JsonNode entry);

    /**
     * How many seconds beyond a window its query reaches, because it is undocumented whether the bounds are inclusive.
     * That many seconds more must have settled before a window may be read.
     */
    int overlapSeconds();

    /** Whether {@link #idPage} lists every row that windows show, so that it can stand in for them. */
    boolean idPagesShowEveryRow();

    /**
     * Rows, and what has none.
     *
     * @param rows the rows, in the order of their entries
     * @param idsWithoutDetail listed, but without a row: deleted or merged meanwhile
     */
    record LoadedRows(List<JsonNode> rows, List<Long> idsWithoutDetail) {}
}

package io.martech.connect.source.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.AnswerRoom;
import java.util.List;

/**
 * The two ways in which an endpoint can be read: windows of the update time, and a cursor by id. An entry is an element
 * of a page: a whole row, or only an id whose row is loaded separately.
 */
public interface ChangeFeed {

    /**
     * Returns one page of a window.
     *
     * @param number the page number from 1, regardless of the platform's numbering
     * @return the entries, empty beyond the last page; an error is always thrown
     * @throws PageLimitException if the platform rejects a page number this high
     */
    List<JsonNode> windowPage(Window window, int number);

    /** The entries with an id above the given one, ascending; empty only if there are none. */
    default List<JsonNode> idPage(long lastMaxId) {
        return idPage(lastMaxId, AnswerRoom.UNBOUNDED);
    }

    /** Like {@link #idPage(long)}; given up if there is no room for the response. */
    List<JsonNode> idPage(long lastMaxId, AnswerRoom room);

    /** The rows of the entries, in their order. */
    default LoadedRows load(List<JsonNode> entries) {
        return load(entries, AnswerRoom.UNBOUNDED);
    }

    /** Like {@link #load(List)}; given up if there is no room for the response. */
    LoadedRows load(List<JsonNode> entries, AnswerRoom room);

    /** The immutable id of an entry or a row. */
    long idOf(JsonNode entry);

    /**
     * By how many seconds a window's query extends beyond the window, because it is undocumented whether the bounds are
     * inclusive. That many more seconds must have settled before a window may be read.
     */
    int overlapSeconds();

    /** Whether {@link #idPage} returns every row that windows return, so that it can replace them. */
    boolean idPagesShowEveryRow();

    /**
     * Rows, and entries without one.
     *
     * @param rows the rows, in the order of their entries
     * @param idsWithoutDetail ids that were listed but have no row: deleted or merged since
     */
    record LoadedRows(List<JsonNode> rows, List<Long> idsWithoutDetail) {}
}

package io.martech.connect.sandbox.linkflow.model;

import java.util.Comparator;
import java.util.List;

/** The order in which a page of rows is cut out of a result. Which one the real platform uses is not documented. */
public enum RowOrder {
    /** By id, ascending. */
    BY_ID,
    /** By id, descending. */
    BY_ID_DESCENDING,
    /** By update time, ascending; rows of one second by id. */
    BY_UPDATE,
    /** By update time, descending; rows of one second by id, descending. */
    BY_UPDATE_DESCENDING,
    /** By update time, ascending; rows of one second in another order at every request. */
    BY_UPDATE_TIES_UNORDERED,
    /** By update time, descending; rows of one second in another order at every request. */
    BY_UPDATE_DESCENDING_TIES_UNORDERED,
    /** In another order at every request. */
    UNORDERED;

    /** Sorts rows for one request; the shuffle follows from the number given for it. */
    void sort(List<Row> rows, long shuffle) {
        Comparator<Row> byUpdate = Comparator.comparingLong(Row::updatedSecond);
        Comparator<Row> byId = Comparator.comparingLong(Row::id);
        Comparator<Row> shuffled = Comparator.comparingLong(row -> Hash.of(shuffle, row.id()));
        rows.sort(
                switch (this) {
                    case BY_ID -> byId;
                    case BY_ID_DESCENDING -> byId.reversed();
                    case BY_UPDATE -> byUpdate.thenComparing(byId);
                    case BY_UPDATE_DESCENDING -> byUpdate.thenComparing(byId).reversed();
                    case BY_UPDATE_TIES_UNORDERED -> byUpdate.thenComparing(shuffled);
                    case BY_UPDATE_DESCENDING_TIES_UNORDERED ->
                        byUpdate.reversed().thenComparing(shuffled);
                    case UNORDERED -> shuffled;
                });
    }
}

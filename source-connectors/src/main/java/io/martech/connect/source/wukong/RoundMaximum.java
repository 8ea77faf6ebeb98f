package io.martech.connect.source.wukong;

import java.util.HashMap;
import java.util.Map;

/**
 * Notices that answers may be cut off: nobody documents whether a huge answer is. A count that is round, that no day
 * exceeds and that several days share is no coincidence.
 */
final class RoundMaximum {

    private static final int SMALLEST = 100;
    private static final int ROUND = 50;

    private final Map<Integer, Integer> daysByCount = new HashMap<>();
    private int maximum;

    /** Whether this many rows of one day look like the most that the platform answers. */
    boolean isReachedBy(int rows) {
        maximum = Math.max(maximum, rows);
        int days = daysByCount.merge(rows, 1, Integer::sum);
        return rows >= SMALLEST && rows % ROUND == 0 && rows == maximum && days > 1;
    }
}

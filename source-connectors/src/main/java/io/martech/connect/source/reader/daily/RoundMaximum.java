package io.martech.connect.source.reader.daily;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Notices that answers may be cut off: it is undocumented whether a huge answer is. A count that is round, that no day
 * exceeds and that several days share is no coincidence.
 */
final class RoundMaximum {

    private static final int SMALLEST = 100;
    private static final int ROUND = 50;

    private final Map<LocalDate, Integer> counts = new HashMap<>();
    private final TreeMap<Integer, Integer> daysByCount = new TreeMap<>();

    /** One question for this day was answered with so many rows; only the last answer for a day counts. */
    void note(LocalDate day, int rows) {
        Integer before = counts.put(day, rows);
        if (before != null) {
            daysByCount.computeIfPresent(before, (count, days) -> days == 1 ? null : days - 1);
        }
        daysByCount.merge(rows, 1, Integer::sum);
    }

    /** Whether the rows of this day look like the most that the platform answers. */
    boolean isReachedBy(LocalDate day) {
        int rows = counts.getOrDefault(day, 0);
        return rows >= SMALLEST && rows % ROUND == 0 && rows == daysByCount.lastKey() && daysByCount.get(rows) > 1;
    }
}

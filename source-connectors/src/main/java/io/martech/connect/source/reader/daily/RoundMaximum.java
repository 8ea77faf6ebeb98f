package io.martech.connect.source.reader.daily;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Detects that responses may be truncated: it is undocumented whether very large ones are. A round number of rows that no
 * day exceeds and that several days share is no coincidence.
 */
final class RoundMaximum {

    private static final int SMALLEST = 100;
    private static final int ROUND = 50;

    private final Map<LocalDate, Integer> counts = new HashMap<>();
    private final TreeMap<Integer, Integer> daysByCount = new TreeMap<>();

    /** Records the number of rows in the response for a day; replaces that of an earlier response for the day. */
    void note(LocalDate day, int rows) {
        Integer before = counts.put(day, rows);
        if (before != null) {
            daysByCount.computeIfPresent(before, (count, days) -> days == 1 ? null : days - 1);
        }
        daysByCount.merge(rows, 1, Integer::sum);
    }

    /** Whether the number of rows of this day looks like the platform's maximum. */
    boolean isReachedBy(LocalDate day) {
        int rows = counts.getOrDefault(day, 0);
        return rows >= SMALLEST && rows % ROUND == 0 && rows == daysByCount.lastKey() && daysByCount.get(rows) > 1;
    }
}

package io.martech.connect.source.reader.window;

import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.PageLimitException;
import io.martech.connect.source.reader.Window;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Skips closed days without rows in windows of 1, 1, 2, 4, … days: twenty-six empty years cost some thirty requests. A
 * row that ends such a stretch is found by halving the window that returned it, and its day is then read like any
 * other. Only windows with an empty response are skipped; rows never join a closed day.
 *
 * <p>A platform may reject long windows, or return nothing for them. So no window is longer than one that is known to
 * return a row in it, as long as there is a row among the newest days to test with.
 */
final class EmptyDays {

    /** So that progress over a long stretch of small windows is stored on the way. */
    private static final int WINDOWS_AT_ONCE = 30;

    private static final int DAYS_ON_ONE_ANSWER = 31;

    private final ChangeFeed feed;

    /** The maximum number of days in a window; 0 if unknown. Determined anew after a restart. */
    private long longest;

    EmptyDays(ChangeFeed feed) {
        this.feed = feed;
    }

    /**
     * The day at which reading continues: no day before it has a row.
     *
     * @param from the end of an empty day
     * @param limit the end of the last closed day
     * @param newest the end of the newest day
     */
    LocalDateTime endAfter(LocalDateTime from, LocalDateTime limit, LocalDateTime newest) {
        LocalDateTime end = from;
        long days = 1;
        for (int windows = 0; windows < WINDOWS_AT_ONCE && end.isBefore(limit); windows++) {
            if (days > 1 && longest == 0) {
                longest = longestThatShowsRows(from, newest);
            }
            long next = Math.min(days, Math.min(daysBetween(end, limit), Math.max(longest, 1)));
            Answer answer = ask(end, next);
            if (answer == Answer.ROWS || (answer == Answer.REFUSED && next == 1)) {
                return beforeFirstRow(end, next);
            }
            if (answer == Answer.REFUSED) {
                longest = next / 2;
            } else {
                end = end.plusDays(next);
                days = next * 2;
            }
        }
        return end;
    }

    /** The last start of a one-day window that may return a row, within a window that returns one. */
    private LocalDateTime beforeFirstRow(LocalDateTime start, long days) {
        LocalDateTime from = start;
        long left = days;
        while (left > 1) {
            long half = left / 2;
            if (ask(from, half) == Answer.EMPTY) {
                from = from.plusDays(half);
                left -= half;
            } else {
                left = half;
            }
        }
        return from;
    }

    private long longestThatShowsRows(LocalDateTime from, LocalDateTime newest) {
        long longestAnswered = 0;
        for (long days = daysBetween(from, newest); days >= 1; days /= 2) {
            Answer answer = ask(newest.minusDays(days), days);
            if (answer == Answer.ROWS) {
                return days;
            }
            if (answer == Answer.EMPTY && longestAnswered == 0) {
                longestAnswered = days;
            }
        }
        return Math.max(longestAnswered, 1);
    }

    /** A lagging node may return nothing once: months are not skipped because of a single response. */
    private Answer ask(LocalDateTime start, long days) {
        Window window = new Window(start, start.plusDays(days));
        try {
            boolean isEmpty = feed.windowPage(window, 1).isEmpty()
                    && (days <= DAYS_ON_ONE_ANSWER || feed.windowPage(window, 1).isEmpty());
            return isEmpty ? Answer.EMPTY : Answer.ROWS;
        } catch (PageLimitException e) {
            return Answer.REFUSED;
        }
    }

    private static long daysBetween(LocalDateTime start, LocalDateTime end) {
        return ChronoUnit.DAYS.between(start, end);
    }

    private enum Answer {
        EMPTY,
        ROWS,
        REFUSED
    }
}

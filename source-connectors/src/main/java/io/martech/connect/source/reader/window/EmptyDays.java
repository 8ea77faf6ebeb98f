package io.martech.connect.source.reader.window;

import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.PageLimitException;
import io.martech.connect.source.reader.Window;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Crosses closed days without rows in windows of 1, 1, 2, 4, … days: twenty-six empty years cost some thirty requests. A row that
 * ends such a stretch is found by halving the window that shows it, and its day is left to be read as any other. Only what was answered with nothing
 * is crossed; rows never join a closed day.
 *
 * <p>A platform may refuse long windows, or answer them with nothing. So no window is longer than one that is known to show a row that
 * is in it, as long as there is a row among the newest days to tell.
 */
final class EmptyDays {

    /** So that a stretch that takes long, by small windows, is stored on the way. */
    private static final int WINDOWS_AT_ONCE = 30;

    private final ChangeFeed feed;

    /** How many days a window may have; 0 as long as it is unknown. A restart finds it anew. */
    private long longest;

    EmptyDays(ChangeFeed feed) {
        this.feed = feed;
    }

    /**
     * The day at which reading goes on: no day before it has a row.
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

    /** The last start of a window of one day that may show a row, of a window that shows one. */
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

    private Answer ask(LocalDateTime start, long days) {
        try {
            boolean isEmpty =
                    feed.windowPage(new Window(start, start.plusDays(days)), 1).isEmpty();
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

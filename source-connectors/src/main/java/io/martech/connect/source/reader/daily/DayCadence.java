package io.martech.connect.source.reader.daily;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * When a day is read again. It stays open until half an hour after its end, for rows that are entered late; after that
 * its rows can still be edited, which matters less the older they are.
 */
final class DayCadence {

    private static final Duration OPEN_AFTER_ITS_END = Duration.ofMinutes(30);
    private static final int RECENT_DAYS = 30;
    private static final Duration RECENT = Duration.ofHours(6);
    private static final Duration OLD = Duration.ofDays(7);

    private DayCadence() {}

    /**
     * @param readAt when the day was read last, or null if never, as far as is known
     */
    static boolean isDue(LocalDate day, LocalDateTime readAt, LocalDateTime now) {
        if (readAt == null || readAt.isBefore(closingTimeOf(day))) {
            return true;
        }
        return !readAt.plus(isRecent(day, now) ? RECENT : OLD).isAfter(now);
    }

    private static boolean isRecent(LocalDate day, LocalDateTime now) {
        return day.isAfter(now.toLocalDate().minusDays(RECENT_DAYS));
    }

    private static LocalDateTime closingTimeOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().plus(OPEN_AFTER_ITS_END);
    }
}

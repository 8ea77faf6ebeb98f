package io.martech.connect.source.reader.counted;

import java.time.Duration;
import java.time.LocalDateTime;

/** How often a subject is checked: most of its events happen early. */
final class SubjectCadence {

    /** A subject older than this is read once more and then no longer. */
    static final Duration WATCHED = Duration.ofDays(90);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    private SubjectCadence() {}

    /** A subject for which new events are likely. */
    static boolean isYoung(CountedFeed.Subject subject, LocalDateTime now) {
        return ageOf(subject, now).compareTo(DAY) < 0;
    }

    /** A subject that is still checked regularly. */
    static boolean isWatched(CountedFeed.Subject subject, LocalDateTime now) {
        return ageOf(subject, now).compareTo(WATCHED) < 0;
    }

    /** @param readAt when the subject was last checked, or null if never */
    static boolean isDue(CountedFeed.Subject subject, LocalDateTime readAt, LocalDateTime now) {
        if (readAt == null) {
            return true;
        }
        if (!isWatched(subject, now)) {
            return readAt.isBefore(subject.time().plus(WATCHED));
        }
        return !readAt.plus(intervalAt(ageOf(subject, now))).isAfter(now);
    }

    private static Duration intervalAt(Duration age) {
        if (age.compareTo(DAY) < 0) {
            return Duration.ZERO;
        }
        if (age.compareTo(WEEK) < 0) {
            return Duration.ofHours(1);
        }
        return age.compareTo(MONTH) < 0 ? Duration.ofHours(6) : DAY;
    }

    private static Duration ageOf(CountedFeed.Subject subject, LocalDateTime now) {
        return Duration.between(subject.time(), now);
    }
}

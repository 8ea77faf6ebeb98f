package io.martech.connect.source.reader.window;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * Evidence about the time zone from the update times of new rows, offered with ascending ids. A new row has the
 * current time; if the zone is too far west its time is in the future, if too far east long ago.
 */
public final class ZoneEvidence {

    /** The maximum age of a new row. Imported rows may be older even if the zone is right. */
    static final Duration FAR = Duration.ofMinutes(30);

    /**
     * Less than the difference between two zones. The platform dates its rows, so none is ahead of its clock as a
     * rule.
     */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final long countedUpTo;
    private boolean hasRowOfNow;
    private long lastIdOfNow;
    private long lastIdAhead;
    private long rowsAhead;
    private Duration lastAhead = Duration.ZERO;

    /** @param countedUpTo rows in the future up to this id were recorded before */
    ZoneEvidence(long countedUpTo) {
        this.countedUpTo = countedUpTo;
    }

    public static boolean isAhead(LocalDateTime updated, LocalDateTime now) {
        return updated != null && updated.isAfter(now.plus(AHEAD));
    }

    /**
     * @param updated null if the row has no update time, and so is no evidence
     * @param now the platform's time in the configured zone
     */
    void offer(long id, LocalDateTime updated, LocalDateTime now) {
        if (isAhead(updated, now)) {
            if (id > countedUpTo) {
                rowsAhead++;
                lastIdAhead = id;
                lastAhead = Duration.between(now, updated);
            }
        } else if (updated != null && Duration.between(updated, now).compareTo(FAR) < 0) {
            hasRowOfNow = true;
            lastIdOfNow = id;
        }
    }

    boolean hasRowOfNow() {
        return hasRowOfNow;
    }

    /** Among rows of many hours, some have the current time by chance in any zone; the newest do not. */
    boolean hasRowOfNowAfterThoseAhead() {
        return lastIdOfNow > Math.max(lastIdAhead, countedUpTo);
    }

    boolean newestRowIsAhead() {
        return lastIdAhead > lastIdOfNow;
    }

    /** The number of rows in the future that were not recorded before. */
    long rowsAhead() {
        return rowsAhead;
    }

    /** The highest id of those; 0 if there are none. */
    long lastIdAhead() {
        return lastIdAhead;
    }

    /** By how much that row is in the future. */
    Duration lastAhead() {
        return lastAhead;
    }
}

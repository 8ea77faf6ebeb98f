package io.martech.connect.source.reader.window;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * What the update times of new rows say of the zone, offered with ascending ids. A row that has just come has the time of now;
 * if the zone is too far west its time lies ahead, if too far east long ago.
 */
public final class ZoneEvidence {

    /** How old a new row may be and yet be of now. Rows that were imported may be older, and the zone right. */
    static final Duration FAR = Duration.ofMinutes(30);

    /** Less than offsets of zones differ by. The platform dates its rows, so none lies ahead of its clock as a rule. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final long countedUpTo;
    private boolean hasRowOfNow;
    private long lastIdOfNow;
    private long lastIdAhead;
    private long rowsAhead;
    private Duration lastAhead = Duration.ZERO;

    /** @param countedUpTo up to this id rows that lie ahead were counted before */
    ZoneEvidence(long countedUpTo) {
        this.countedUpTo = countedUpTo;
    }

    public static boolean isAhead(LocalDateTime updated, LocalDateTime now) {
        return updated != null && updated.isAfter(now.plus(AHEAD));
    }

    /**
     * @param updated null if the row has no update time, and so tells nothing
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

    /** Among rows of many hours some are of now by chance, whatever the zone; the newest are not. */
    boolean hasRowOfNowAfterThoseAhead() {
        return lastIdOfNow > Math.max(lastIdAhead, countedUpTo);
    }

    boolean newestRowIsAhead() {
        return lastIdAhead > lastIdOfNow;
    }

    /** How many rows lie ahead that were not counted before. */
    long rowsAhead() {
        return rowsAhead;
    }

    /** The highest id of those; 0 if there is none. */
    long lastIdAhead() {
        return lastIdAhead;
    }

    /** By how much that one lies ahead. */
    Duration lastAhead() {
        return lastAhead;
    }
}

package io.martech.connect.source.strategy;

import io.martech.connect.source.engine.Position;
import java.time.LocalDateTime;

/**
 * Where {@link Rescans} stands.
 *
 * @param position as Connect stores it, with what others keep there
 */
record RescanPosition(Position position) {

    static final String KNOWN_SINCE = "rescan_known_since";
    static final String BUCKETS = "rescan_buckets";
    static final String LAST_ID = "rescan_last_id";
    static final String STARTED_AT = "rescan_started_at";
    static final String ENDED_AT = "rescan_ended_at";

    /** Since when it is kept what was emitted; null if it is not. */
    LocalDateTime knownSince() {
        return position.time(KNOWN_SINCE);
    }

    /** The units that have changed what is known. */
    Steps steps() {
        return Steps.from(position);
    }

    /** How many buckets there are, whether they are stored or not. */
    int buckets() {
        return Math.toIntExact(position.number(BUCKETS, 0));
    }

    boolean isUnderWay() {
        return position.has(LAST_ID);
    }

    /** Up to which id the rescan has come; 0 at its beginning. */
    long lastId() {
        return position.number(LAST_ID, 0);
    }

    /** From when on the interval counts: the end of the last rescan, or the time since which there is something to compare with. */
    LocalDateTime restsSince() {
        return position.has(ENDED_AT) ? position.time(ENDED_AT) : knownSince();
    }

    RescanPosition knowing(LocalDateTime since, Steps steps, int buckets) {
        return new RescanPosition(steps.addTo(position.with(KNOWN_SINCE, since).with(BUCKETS, (long) buckets)));
    }

    RescanPosition at(long lastId, LocalDateTime now) {
        LocalDateTime startedAt = position.time(STARTED_AT);
        return new RescanPosition(position.with(LAST_ID, lastId).with(STARTED_AT, startedAt == null ? now : startedAt));
    }

    RescanPosition ended(LocalDateTime now) {
        return new RescanPosition(
                position.with(LAST_ID, null).with(STARTED_AT, null).with(ENDED_AT, now));
    }
}

package io.martech.connect.source.reader;

import io.martech.connect.source.chunk.Cursor;
import java.time.LocalDateTime;

/**
 * Rows that became visible only after the first pass had read their second.
 *
 * @param count the number since the cursor was created
 * @param oldestMillis the greatest age at which one was found; 0 if there was none
 * @param farLateProbes how many probes found a row so late that the time zone is in doubt
 * @param farLateSince when the first of those was, in the platform's zone; null if there was none
 */
public record LateArrivals(long count, long oldestMillis, long farLateProbes, LocalDateTime farLateSince) {

    public static final String FAR_LATE_PROBES = "far_late_probes";
    public static final String FAR_LATE_SINCE = "far_late_since";

    /** After this long a doubt is dropped: a wrong zone causes a new one with every new row. */
    public static final int DOUBT_HOURS = 24;

    public static LateArrivals from(Cursor cursor) {
        return new LateArrivals(
                cursor.number("late_rows", 0),
                cursor.number("oldest_late_ms", 0),
                cursor.number(FAR_LATE_PROBES, 0),
                cursor.time(FAR_LATE_SINCE));
    }

    public Cursor addTo(Cursor cursor) {
        return cursor.with("late_rows", nullIfZero(count))
                .with("oldest_late_ms", nullIfZero(oldestMillis))
                .with(FAR_LATE_PROBES, nullIfZero(farLateProbes))
                .with(FAR_LATE_SINCE, farLateSince);
    }

    public LateArrivals with(long ageMillis) {
        return new LateArrivals(count + 1, Math.max(oldestMillis, ageMillis), farLateProbes, farLateSince);
    }

    /** Only probes within a day are added up: a wrong zone makes every new row late. */
    public LateArrivals withFarLateProbe(LocalDateTime now) {
        boolean isFirst = farLateProbes == 0 || isForgottenAt(now);
        return new LateArrivals(count, oldestMillis, isFirst ? 1 : farLateProbes + 1, isFirst ? now : farLateSince);
    }

    public boolean isDoubt() {
        return farLateProbes > 0;
    }

    /** Returns a copy without a doubt that is a day old. */
    public LateArrivals at(LocalDateTime now) {
        return isDoubt() && isForgottenAt(now) ? withoutFarLateProbes() : this;
    }

    private boolean isForgottenAt(LocalDateTime now) {
        return farLateSince == null || !now.isBefore(farLateSince.plusHours(DOUBT_HOURS));
    }

    /** Returns a copy after the zone has proven right. */
    public LateArrivals withoutFarLateProbes() {
        return new LateArrivals(count, oldestMillis, 0, null);
    }

    public Long oldestMillisOrNull() {
        return nullIfZero(oldestMillis);
    }

    private static Long nullIfZero(long number) {
        return number == 0 ? null : number;
    }
}

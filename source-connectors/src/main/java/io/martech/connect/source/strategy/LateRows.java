package io.martech.connect.source.strategy;

import io.martech.connect.source.engine.Position;

/**
 * Rows that became visible only after the first pass had read their second.
 *
 * @param count since the beginning
 * @param oldestMillis the greatest age at which one was found; 0 if there was none
 * @param farLateProbes how many probes found a row so late that the zone must be doubted
 */
record LateRows(long count, long oldestMillis, long farLateProbes) {

    static LateRows from(Position position) {
        return new LateRows(
                position.number("late_rows", 0),
                position.number("oldest_late_ms", 0),
                position.number("far_late_probes", 0));
    }

    Position addTo(Position position) {
        return position.with("late_rows", nullIfZero(count))
                .with("oldest_late_ms", nullIfZero(oldestMillis))
                .with("far_late_probes", nullIfZero(farLateProbes));
    }

    LateRows with(long ageMillis) {
        return new LateRows(count + 1, Math.max(oldestMillis, ageMillis), farLateProbes);
    }

    LateRows withFarLateProbe() {
        return new LateRows(count, oldestMillis, farLateProbes + 1);
    }

    Long oldestMillisOrNull() {
        return nullIfZero(oldestMillis);
    }

    private static Long nullIfZero(long number) {
        return number == 0 ? null : number;
    }
}

package io.martech.connect.benchmark.report;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * One thing that a benchmark has found.
 *
 * @param benchmark which benchmark, as on the command line
 * @param what what was measured, with its chunk
 * @param value as it is shown
 * @param target as it is shown; empty if the figure has none and only explains others
 * @param verdict whether the target is met
 */
public record Figure(String benchmark, String what, String value, String target, Verdict verdict) {

    private static final double LARGE = 100;

    /** Whether a target is met. */
    public enum Verdict {
        MET("met"),
        MISSED("MISSED"),
        NO_TARGET("");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** As the table shows it. */
        public String text() {
            return text;
        }

        private static Verdict of(boolean isMet) {
            return isMet ? MET : MISSED;
        }
    }

    /** A number that has to reach a target. */
    public static Figure atLeast(String benchmark, String what, double value, double target) {
        return new Figure(benchmark, what, shown(value), "at least " + shown(target), Verdict.of(value >= target));
    }

    /** A number that must not exceed a target. */
    public static Figure atMost(String benchmark, String what, double value, double target) {
        return new Figure(
                benchmark,
                what,
                shown(value, RoundingMode.UP),
                "at most " + shown(target, RoundingMode.UP),
                Verdict.of(value <= target));
    }

    /** A count that has to be exactly so. */
    public static Figure exactly(String benchmark, String what, long value, long target) {
        return new Figure(benchmark, what, shown(value), "exactly " + shown(target), Verdict.of(value == target));
    }

    /** Something that did not come to its end, so that there is no number. */
    public static Figure missed(String benchmark, String what, String value, String target) {
        return new Figure(benchmark, what, value, target, Verdict.MISSED);
    }

    /** A number without a target. */
    public static Figure reported(String benchmark, String what, double value) {
        return reported(benchmark, what, shown(value));
    }

    /** Anything without a target. */
    public static Figure reported(String benchmark, String what, String value) {
        return new Figure(benchmark, what, value, "", Verdict.NO_TARGET);
    }

    public boolean isMissed() {
        return verdict == Verdict.MISSED;
    }

    private static String shown(double value) {
        return shown(value, RoundingMode.DOWN);
    }

    /**
     * Small numbers with two decimals, large ones with none.
     *
     * @param towardsWorse so that nothing looks better than it is
     */
    private static String shown(double value, RoundingMode towardsWorse) {
        boolean isWhole = value == Math.rint(value);
        NumberFormat format = new DecimalFormat(
                isWhole || Math.abs(value) >= LARGE ? "#,##0" : "0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(towardsWorse);
        return format.format(value);
    }
}

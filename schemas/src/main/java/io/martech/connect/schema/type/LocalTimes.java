package io.martech.connect.schema.type;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The platforms' ways to write times, {@code yyyy-MM-dd} and {@code yyyy-MM-dd HH:mm:ss}, the latter with or without a
 * fraction, read by hand since every row has a dozen of them. Strict: what is not exactly so is no time.
 */
public final class LocalTimes {

    private static final String TIME_SHAPE = "0000-00-00 00:00:00";
    private static final String DATE_SHAPE = "0000-00-00";

    /** One digit to three: what a millisecond can hold. */
    private static final String[] FRACTION_SHAPES = {".0", ".00", ".000"};

    private LocalTimes() {}

    /** The time, or null if the text is none. */
    public static LocalDateTime timeOf(String text) {
        if (text.length() > TIME_SHAPE.length()) {
            return timeWithFractionOf(text);
        }
        if (!hasShape(text, TIME_SHAPE)) {
            return null;
        }
        try {
            return LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19));
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static LocalDateTime timeWithFractionOf(String text) {
        String fraction = text.substring(TIME_SHAPE.length());
        for (String shape : FRACTION_SHAPES) {
            if (hasShape(fraction, shape)) {
                LocalDateTime time = timeOf(text.substring(0, TIME_SHAPE.length()));
                int milliseconds = number((fraction + "00").substring(1, 4), 0, 3);
                return time == null ? null : time.plusNanos(milliseconds * 1_000_000L);
            }
        }
        return null;
    }

    /** The day, or null if the text is none. */
    public static LocalDate dateOf(String text) {
        if (!hasShape(text, DATE_SHAPE)) {
            return null;
        }
        try {
            return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static boolean hasShape(String text, String shape) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char expected = shape.charAt(i);
            char actual = text.charAt(i);
            if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }
}

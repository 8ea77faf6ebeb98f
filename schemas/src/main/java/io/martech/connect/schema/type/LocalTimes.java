package io.martech.connect.schema.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Parses the platforms' local times, {@code yyyy-MM-dd} and {@code yyyy-MM-dd HH:mm:ss}, the latter with or without a
 * fraction; hand-written, since every row has a dozen of them. Also accepts other unambiguous forms of a time: {@code T},
 * offsets, slashes, seconds and milliseconds since 1970.
 */
public final class LocalTimes {

    private static final String TIME_SHAPE = "0000-00-00 00:00:00";
    private static final String DATE_SHAPE = "0000-00-00";

    /** One to three digits: the precision of a millisecond. */
    private static final String[] FRACTION_SHAPES = {".0", ".00", ".000"};

    private static final DateTimeFormatter OTHER_FORMS = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-M-d[ ]['T']H:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[ ][XXX][XX][X]")
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Ten digits of seconds and thirteen of milliseconds: from late 2001 to 2286. */
    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{9}");

    private static final Pattern MILLISECONDS = Pattern.compile("[1-9]\\d{12}");

    private LocalTimes() {}

    /**
     * The time at the given offset, in any unambiguous form, text or number.
     *
     * @param zone the offset of times without one
     * @return null if the value is not a time, or is ambiguous
     */
    public static LocalDateTime timeOf(JsonNode json, ZoneOffset zone) {
        if (json == null || !(json.isTextual() || json.isNumber())) {
            return null;
        }
        String text = json.isTextual() ? json.textValue() : json.asText();
        LocalDateTime usual = timeOf(text);
        return usual == null ? timeInAnotherForm(text.strip(), zone) : usual;
    }

    private static LocalDateTime timeInAnotherForm(String text, ZoneOffset zone) {
        if (SECONDS.matcher(text).matches()) {
            return LocalDateTime.ofEpochSecond(Long.parseLong(text), 0, zone);
        }
        if (MILLISECONDS.matcher(text).matches()) {
            return LocalDateTime.ofInstant(Instant.ofEpochMilli(Long.parseLong(text)), zone);
        }
        try {
            TemporalAccessor time = OTHER_FORMS.parseBest(
                    text.replace('/', '-').replace(',', '.'), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime exact
                    ? exact.withOffsetSameInstant(zone).toLocalDateTime()
                    : (LocalDateTime) time;
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /** The time, or null if the text is not a time in this form. */
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

    /** The day, or null if the text is not a day in this form. */
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

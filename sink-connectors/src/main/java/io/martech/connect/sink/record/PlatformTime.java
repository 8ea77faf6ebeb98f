package io.martech.connect.sink.record;

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
import java.util.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Time;

/**
 * Reads times in every form in which records hold them, and writes them as these platforms do: without a zone, at a fixed
 * offset. A day is its midnight there.
 */
public final class PlatformTime {

    private static final DateTimeFormatter LOCAL = strict("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter UTC = strict("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter TIME_OF_DAY = strict("HH:mm:ss");
    private static final DateTimeFormatter READABLE = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /** Epoch milliseconds below are epoch seconds, or days, by mistake: in milliseconds this is early in 1973. */
    private static final long LEAST_MILLISECONDS = 100_000_000_000L;

    private static final String FORMS =
            "a Timestamp, epoch milliseconds, or a text such as 2022-10-28 10:33:45 or 2022-10-28T02:33:45Z";

    private final ZoneOffset zone;

    /** @param zone the offset of times that name none */
    public PlatformTime(ZoneOffset zone) {
        this.zone = zone;
    }

    /**
     * The instant, or null if the text is blank.
     *
     * @throws UnsuitableValueException if it is no time
     */
    public Instant instantOf(SchemaAndValue field) {
        Object value = field.value();
        if (value instanceof Date date) {
            return isDay(field.schema()) ? midnight(dayOf(date)) : date.toInstant();
        }
        if (value instanceof Long || value instanceof Integer) {
            return ofMilliseconds(((Number) value).longValue());
        }
        if (value instanceof String text) {
            return text.isBlank() ? null : parse(text.strip());
        }
        throw new UnsuitableValueException("must hold a time: " + FORMS);
    }

    /**
     * The day, or null if the text is blank. A number is a number of days since 1970, as Connect's JSON has it, or, if it is
     * too large for that, epoch milliseconds.
     *
     * @throws UnsuitableValueException if it is no day
     */
    public LocalDate dayOf(SchemaAndValue field) {
        Object value = field.value();
        if (value instanceof Date date && isDay(field.schema())) {
            return dayOf(date);
        }
        if (value instanceof Long || value instanceof Integer) {
            long number = ((Number) value).longValue();
            return Math.abs(number) < 1_000_000
                    ? LocalDate.ofEpochDay(number)
                    : Instant.ofEpochMilli(number).atOffset(zone).toLocalDate();
        }
        Instant instant = instantOf(field);
        return instant == null ? null : instant.atOffset(zone).toLocalDate();
    }

    /** {@code 2022-10-28 10:33:45}, as these platforms write times. */
    public String localText(Instant instant) {
        return LOCAL.format(instant.atOffset(zone));
    }

    /** {@code 1991-11-11 00:00:00}, as these platforms write days. */
    public String localText(LocalDate day) {
        return LOCAL.format(day.atStartOfDay());
    }

    /** A Connect date, time or timestamp as these platforms write it. */
    public String localText(SchemaAndValue field) {
        return isTimeOfDay(field.schema()) ? timeOfDay((Date) field.value()) : localText(instantOf(field));
    }

    /** A Connect date, time or timestamp in UTC: {@code 2022-09-15T03:20:13.000Z}. */
    public String utcText(SchemaAndValue field) {
        return isTimeOfDay(field.schema())
                ? timeOfDay((Date) field.value())
                : UTC.format(instantOf(field).atOffset(ZoneOffset.UTC));
    }

    private Instant parse(String text) {
        try {
            TemporalAccessor time =
                    READABLE.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (time instanceof OffsetDateTime withOffset) {
                return withOffset.toInstant();
            }
            return time instanceof LocalDateTime local ? local.toInstant(zone) : midnight((LocalDate) time);
        } catch (DateTimeException noSuchTime) {
            throw new UnsuitableValueException("must hold a time: " + FORMS);
        }
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(zone);
    }

    private static Instant ofMilliseconds(long milliseconds) {
        if (milliseconds < LEAST_MILLISECONDS) {
            throw new UnsuitableValueException(
                    "must hold a time in epoch milliseconds; its number is too small for that, as if it were seconds");
        }
        return Instant.ofEpochMilli(milliseconds);
    }

    private static LocalDate dayOf(Date midnightUtc) {
        return midnightUtc.toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String timeOfDay(Date time) {
        return TIME_OF_DAY.format(time.toInstant().atOffset(ZoneOffset.UTC));
    }

    private static boolean isDay(Schema schema) {
        return schema != null && org.apache.kafka.connect.data.Date.LOGICAL_NAME.equals(schema.name());
    }

    private static boolean isTimeOfDay(Schema schema) {
        return schema != null && Time.LOGICAL_NAME.equals(schema.name());
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}

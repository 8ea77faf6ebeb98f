package io.martech.connect.sink.record;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.SchemaAndValue;

/**
 * Reads times in every form in which records hold them, and writes them in the platforms' format: without a zone, at a
 * fixed offset. A day is its midnight there. A number is interpreted in the only unit that makes it a plausible time, and
 * rejected if there is none.
 */
public final class PlatformTime {

    static final String FORMS =
            "a Timestamp, epoch seconds, milliseconds, microseconds or nanoseconds, or a text such as 2022-10-28 10:33:45 or"
                    + " 2022-10-28T02:33:45Z";

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /** Had daylight saving time in some years, so that midnight there was not always midnight at +08:00. */
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS);

    /**
     * In any unit, numbers are plausible times from this bound, early in 1973, to the end of the last year; the ranges of
     * two units do not overlap.
     */
    private static final BigDecimal LEAST_SECONDS = BigDecimal.TEN.pow(8);

    private static final BigDecimal GREATEST_SECONDS = BigDecimal.valueOf(EpochTime.LAST_SECOND);
    private static final Map<Integer, DateTimeFormatter> DIGITS =
            Map.of(8, strict("uuuuMMdd"), 14, strict("uuuuMMddHHmmss"), 17, strict("uuuuMMddHHmmssSSS"));

    private final ZoneOffset zone;
    private final ZoneId databaseZone;

    /**
     * Debezium's times without a zone are taken as UTC.
     *
     * @param zone the offset of texts without one
     */
    public PlatformTime(ZoneOffset zone) {
        this(zone, ZoneOffset.UTC);
    }

    /**
     * @param zone the offset of texts without one
     * @param databaseZone the zone of columns without one, whose times Debezium writes as if they were in UTC
     */
    public PlatformTime(ZoneOffset zone, ZoneId databaseZone) {
        this.zone = zone;
        this.databaseZone = databaseZone;
    }

    /**
     * The instant, or null if the text is blank.
     *
     * @param field a field as returned by {@link Fields}
     * @throws UnsuitableValueException if it is not a time
     */
    public Instant instantOf(SchemaAndValue field) {
        Object value = field.value();
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof LocalDate day) {
            return midnight(day);
        }
        if (value instanceof LocalDateTime time) {
            return time.atZone(databaseZone).toInstant();
        }
        if (value instanceof Number number) {
            return instantOf(Numbers.exact(number));
        }
        if (value instanceof String text) {
            return text.isBlank() ? null : instantOf(text.strip());
        }
        throw new UnsuitableValueException("must hold a time: " + FORMS);
    }

    /**
     * The day, or null if the text is blank. An instant is the day whose midnight it is: at the platform's offset, in
     * Shanghai or in UTC.
     *
     * @param field a field as returned by {@link Fields}
     * @throws UnsuitableValueException if it is not a day
     */
    public LocalDate dayOf(SchemaAndValue field) {
        Object value = field.value();
        if (value instanceof LocalDate day) {
            return day;
        }
        if (value instanceof Instant instant) {
            return dayBegunAt(instant).orElseThrow(PlatformTime::noDay);
        }
        if (value instanceof LocalDateTime time) {
            Optional<LocalDate> written = Optional.of(time.toLocalDate())
                    .filter(day -> day.atStartOfDay().equals(time));
            return written.or(() -> dayBegunAt(time.atZone(databaseZone).toInstant()))
                    .orElseThrow(PlatformTime::noDay);
        }
        if (value instanceof Number number) {
            return dayOf(Numbers.exact(number));
        }
        if (value instanceof String text) {
            return text.isBlank() ? null : dayOf(text.strip());
        }
        throw noDay();
    }

    /** {@code 2022-10-28 10:33:45}, the platforms' format of times. */
    public String localText(Instant instant) {
        return LOCAL.format(instant.atOffset(zone));
    }

    /** {@code 1991-11-11 00:00:00}, the platforms' format of days. */
    public String localText(LocalDate day) {
        return LOCAL.format(day.atStartOfDay());
    }

    /** A day or a time in the platforms' format. */
    public String localText(SchemaAndValue field) {
        return localText(instantOf(field));
    }

    /** A day or a time in UTC: {@code 2022-09-15T03:20:13.000Z}. */
    public String utcText(SchemaAndValue field) {
        return UTC.format(instantOf(field).atOffset(ZoneOffset.UTC));
    }

    private Instant instantOf(String text) {
        return Numbers.isPlain(text)
                ? instantOf(Numbers.parse(text))
                : TimeText.parse(text).instant(zone);
    }

    private Instant instantOf(BigDecimal number) {
        Optional<LocalDateTime> written = writtenIn(number);
        if (written.isPresent()) {
            return written.get().toInstant(zone);
        }
        ChronoUnit unit = unitOf(number)
                .orElseThrow(() -> new UnsuitableValueException(
                        "must hold a time: its number is no time of our age in epoch seconds, milliseconds, microseconds or"
                                + " nanoseconds, so its unit cannot be known"));
        return EpochTime.instant(number, unit);
    }

    private LocalDate dayOf(String text) {
        if (Numbers.isPlain(text)) {
            return dayOf(Numbers.parse(text));
        }
        TimeText time = TimeText.parse(text);
        if (time.offset() == null) {
            return time.writtenDay();
        }
        Instant instant = time.instant(zone);
        return dayBegunAt(instant)
                .or(() -> Optional.of(time.writtenDay()).filter(day -> day.equals(dayHere(instant))))
                .orElseThrow(PlatformTime::noDay);
    }

    /** Seconds, milliseconds and days since 1970 could be confused. */
    private LocalDate dayOf(BigDecimal number) {
        Optional<LocalDateTime> written = writtenIn(number);
        if (written.isPresent()) {
            return written.get().toLocalDate();
        }
        boolean isBeyondSeconds = number.abs().compareTo(GREATEST_SECONDS) > 0;
        ChronoUnit unit = unitOf(number).orElse(ChronoUnit.MILLIS);
        return Optional.of(number)
                .filter(milliseconds -> isBeyondSeconds)
                .flatMap(begin -> dayBegunAt(EpochTime.instant(begin, unit)))
                .orElseThrow(PlatformTime::noDay);
    }

    private Optional<LocalDate> dayBegunAt(Instant instant) {
        LocalDate here = dayHere(instant);
        LocalDate inShanghai = instant.atZone(SHANGHAI).toLocalDate();
        if (midnight(here).equals(instant)) {
            return Optional.of(here);
        }
        if (zone.equals(CHINA) && inShanghai.atStartOfDay(SHANGHAI).toInstant().equals(instant)) {
            return Optional.of(inShanghai);
        }
        boolean isMidnightInUtc = here.atStartOfDay().toInstant(ZoneOffset.UTC).equals(instant);
        return Optional.of(here).filter(day -> isMidnightInUtc);
    }

    private LocalDate dayHere(Instant instant) {
        return instant.atOffset(zone).toLocalDate();
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(zone);
    }

    /** The unit in which the number is a plausible time. */
    private static Optional<ChronoUnit> unitOf(BigDecimal number) {
        BigDecimal least = LEAST_SECONDS;
        BigDecimal greatest = GREATEST_SECONDS;
        for (ChronoUnit unit : UNITS) {
            if (number.abs().compareTo(least) >= 0 && number.abs().compareTo(greatest) <= 0) {
                return Optional.of(unit);
            }
            least = least.movePointRight(3);
            greatest = greatest.movePointRight(3);
        }
        return Optional.empty();
    }

    /** A number whose digits form a day or a time, such as 20221028 or 20221028103345. */
    private static Optional<LocalDateTime> writtenIn(BigDecimal number) {
        String digits = Numbers.plainText(number);
        DateTimeFormatter form = DIGITS.get(digits.length());
        if (form == null) {
            return Optional.empty();
        }
        try {
            TemporalAccessor time = form.parseBest(digits, LocalDateTime::from, LocalDate::from);
            LocalDate day = EpochTime.checked(LocalDate.from(time));
            return Optional.of(time instanceof LocalDateTime known ? known : day.atStartOfDay());
        } catch (DateTimeException | UnsuitableValueException otherNumber) {
            return Optional.empty();
        }
    }

    private static UnsuitableValueException noDay() {
        return new UnsuitableValueException(
                "must hold a day: a Date, a number such as 19911111, the milliseconds or a time of a midnight at the platform's"
                        + " offset, in Shanghai or in UTC, or a text such as 1991-11-11. A number of days needs the schema of a"
                        + " Date (value.converter.schemas.enable)");
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}

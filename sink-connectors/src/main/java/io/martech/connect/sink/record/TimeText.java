package io.martech.connect.sink.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;

/**
 * A text that holds a day, a time or an instant, in ISO format or in those of databases and their connectors:
 * {@code 2022-10-28}, {@code 2022/10/28 9:05}, {@code 2022-10-28:10:33:45.123456}, {@code 2022-10-28T02:33:45Z},
 * {@code 2022-10-28 10:33:45 +0800}.
 *
 * @param local the date and time in the text; a day is its midnight
 * @param offset the offset in the text, or null
 */
record TimeText(LocalDateTime local, ZoneOffset offset) {

    private static final DateTimeFormatter READABLE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NOT_NEGATIVE)
            .appendPattern("[-M-d][/M/d]")
            .appendPattern("[['T'][' '][':']H:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("][' '][XXX][XX][X]['['VV']']")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /** @throws UnsuitableValueException if the text is not a time, or not within the years 1900 to 2200 */
    static TimeText parse(String text) {
        try {
            TemporalAccessor parsed = READABLE.parse(text.strip());
            LocalDate day = EpochTime.checked(LocalDate.from(parsed));
            LocalTime time = parsed.query(TemporalQueries.localTime());
            Integer offset = parsed.isSupported(ChronoField.OFFSET_SECONDS)
                    ? Integer.valueOf(parsed.get(ChronoField.OFFSET_SECONDS))
                    : null;
            return new TimeText(
                    day.atTime(time == null ? LocalTime.MIDNIGHT : time),
                    offset == null ? null : ZoneOffset.ofTotalSeconds(offset));
        } catch (DateTimeException noSuchTime) {
            throw new UnsuitableValueException("must hold a time: " + PlatformTime.FORMS);
        }
    }

    /** @param otherwise the offset to use if the text has none */
    Instant instant(ZoneOffset otherwise) {
        return local.toInstant(offset == null ? otherwise : offset);
    }

    LocalDate writtenDay() {
        return local.toLocalDate();
    }
}

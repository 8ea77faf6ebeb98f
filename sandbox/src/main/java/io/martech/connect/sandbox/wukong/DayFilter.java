package io.martech.connect.sandbox.wukong;

import io.martech.connect.sandbox.http.RequestFields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/**
 * The filters {@code create_at}, {@code create_at_start} and {@code create_at_end}: dates as in 2017-1-1, with or without leading
 * zeros, at the platform's offset. Each may be null.
 */
record DayFilter(WukongQuirks quirks, LocalDate day, LocalDate start, LocalDate end) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    static DayFilter of(RequestFields fields, WukongQuirks quirks) {
        return new DayFilter(
                quirks,
                date(fields, "create_at", quirks),
                date(fields, "create_at_start", quirks),
                date(fields, "create_at_end", quirks));
    }

    boolean includes(long epochSecond) {
        LocalDate date =
                Instant.ofEpochSecond(epochSecond).atOffset(WukongQuirks.ZONE).toLocalDate();
        boolean isEarlyEnough = end == null || date.isBefore(quirks.endIncluded.get() ? end.plusDays(1) : end);
        boolean isLateEnough = start == null || date.isAfter(quirks.startIncluded.get() ? start.minusDays(1) : start);
        return isLateEnough && isEarlyEnough && (day == null || date.equals(day));
    }

    private static LocalDate date(RequestFields fields, String name, WukongQuirks quirks) {
        String text = fields.get(name).orElse(null);
        try {
            return text == null ? null : LocalDate.parse(text, DATE);
        } catch (DateTimeParseException e) {
            throw Answers.refusal(quirks, Answers.PARAMETER, name + "格式错误: " + text);
        }
    }
}

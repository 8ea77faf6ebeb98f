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
record DayFilter(WukongBehaviour behaviour, LocalDate day, LocalDate start, LocalDate end) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    static DayFilter of(RequestFields fields, WukongBehaviour behaviour) {
        return new DayFilter(
                behaviour,
                date(fields, "create_at", behaviour),
                date(fields, "create_at_start", behaviour),
                date(fields, "create_at_end", behaviour));
    }

    boolean includes(long epochSecond) {
        LocalDate date =
                Instant.ofEpochSecond(epochSecond).atOffset(behaviour.zone()).toLocalDate();
        boolean isEarlyEnough = end == null || date.isBefore(behaviour.includesEnd() ? end.plusDays(1) : end);
        boolean isLateEnough = start == null || date.isAfter(behaviour.includesStart() ? start.minusDays(1) : start);
        return isLateEnough && isEarlyEnough && (day == null || date.equals(day));
    }

    private static LocalDate date(RequestFields fields, String name, WukongBehaviour behaviour) {
        String text = fields.get(name).orElse(null);
        try {
            return text == null ? null : LocalDate.parse(text, DATE);
        } catch (DateTimeParseException e) {
            throw Answers.refusal(behaviour, Codes.PARAMETER, name + "格式错误: " + text);
        }
    }
}

package io.martech.connect.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** Local times and days in the two ways of {@link Handling.Timestamps}. */
final class TimeFunctions {

    private static final String MIDNIGHT = " 00:00:00";

    private TimeFunctions() {}

    static Object timestamp(JsonNode json, ZoneOffset zone) {
        LocalDateTime time = json.isTextual() ? LocalTimes.timeOf(json.textValue()) : null;
        return time == null ? null : new Date(time.toEpochSecond(zone) * 1_000);
    }

    static Object isoTimestamp(JsonNode json, ZoneOffset zone) {
        String text = json.isTextual() ? json.textValue() : "";
        return LocalTimes.timeOf(text) == null ? null : text.replace(' ', 'T') + zone.getId();
    }

    /** Midnight at UTC of that day, which is how Connect's {@code Date} says "this day, wherever you are". */
    static Object date(JsonNode json) {
        LocalDate day = dayOf(json);
        return day == null ? null : new Date(day.toEpochDay() * 86_400_000);
    }

    static Object isoDate(JsonNode json) {
        LocalDate day = dayOf(json);
        return day == null ? null : day.toString();
    }

    static Object timestamp(Instant instant) {
        return Date.from(instant);
    }

    static Object isoTimestamp(Instant instant, ZoneOffset zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(zone));
    }

    private static LocalDate dayOf(JsonNode json) {
        if (!json.isTextual()) {
            return null;
        }
        String text = json.textValue();
        // Any other time of day would be lost, so such a birthday does not fit.
        return LocalTimes.dateOf(text.endsWith(MIDNIGHT) ? text.substring(0, text.length() - MIDNIGHT.length()) : text);
    }
}

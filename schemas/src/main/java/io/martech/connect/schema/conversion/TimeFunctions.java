package io.martech.connect.schema.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.type.ExactNumbers;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.schema.type.LocalTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** Converts local times and days to each of the two {@link Handling.Timestamps}. */
public final class TimeFunctions {

    private static final long LATEST_MILLISECONDS = 253_402_300_799_999L;
    private static final String MIDNIGHT = " 00:00:00";

    private TimeFunctions() {}

    public static Object timestamp(JsonNode json, ZoneOffset zone) {
        LocalDateTime time = LocalTimes.timeOf(json, zone);
        return time == null ? null : Date.from(time.toInstant(zone));
    }

    public static Object isoTimestamp(JsonNode json, ZoneOffset zone) {
        String text = json.isTextual() ? json.textValue() : "";
        if (LocalTimes.timeOf(text) != null) {
            return text.replace(' ', 'T') + zone.getId();
        }
        LocalDateTime time = LocalTimes.timeOf(json, zone);
        return time == null ? null : isoTimestamp(time.toInstant(zone), zone);
    }

    /** Midnight UTC of that day: the representation of a zoneless day in Connect's {@code Date}. */
    static Object date(JsonNode json) {
        LocalDate day = dayOf(json);
        return day == null ? null : new Date(day.toEpochDay() * 86_400_000);
    }

    static Object isoDate(JsonNode json) {
        LocalDate day = dayOf(json);
        return day == null ? null : day.toString();
    }

    /** Null for a value that is not an integer, or lies beyond the year 9999 and so is not a real time. */
    static Object epoch(JsonNode json, long millisecondsPerUnit) {
        Instant instant = instantOf(json, millisecondsPerUnit);
        return instant == null ? null : timestamp(instant);
    }

    static Object isoEpoch(JsonNode json, long millisecondsPerUnit, ZoneOffset zone) {
        Instant instant = instantOf(json, millisecondsPerUnit);
        return instant == null ? null : isoTimestamp(instant, zone);
    }

    private static Instant instantOf(JsonNode json, long millisecondsPerUnit) {
        Long number = ExactNumbers.longOf(json);
        boolean isPlausible = number != null && Math.abs(number) <= LATEST_MILLISECONDS / millisecondsPerUnit;
        return isPlausible ? Instant.ofEpochMilli(number * millisecondsPerUnit) : null;
    }

    public static Object timestamp(Instant instant) {
        return Date.from(instant);
    }

    public static Object isoTimestamp(Instant instant, ZoneOffset zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(zone));
    }

    private static LocalDate dayOf(JsonNode json) {
        if (!json.isTextual()) {
            return null;
        }
        String text = json.textValue();
        // Any other time of day would be lost, so such a birthday is not converted.
        return LocalTimes.dateOf(text.endsWith(MIDNIGHT) ? text.substring(0, text.length() - MIDNIGHT.length()) : text);
    }
}

package io.martech.connect.sandbox.linkflow.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.JsonText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;

/**
 * The platform's way to write times: local, to the second, without a zone.
 *
 * @param offset the zone that is meant and never written
 * @param forms how rows say when they were created and updated, in turn by their ids
 */
public record PlatformTime(ZoneOffset offset, List<TimeForm> forms) {

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** {@code yyyy-MM-dd HH:mm:ss}. Written by hand, because an order holds a dozen of these. */
    public String format(long epochSecond) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, offset);
        char[] text = "0000-00-00 00:00:00".toCharArray();
        write(text, 3, time.getYear());
        write(text, 6, time.getMonthValue());
        write(text, 9, time.getDayOfMonth());
        write(text, 12, time.getHour());
        write(text, 15, time.getMinute());
        write(text, 18, time.getSecond());
        return new String(text);
    }

    /** When a row was created or updated, in the form of that row. */
    public JsonNode ofRow(long id, long epochSecond) {
        TimeForm form = forms.get(Math.floorMod((int) Hash.of(id), forms.size()));
        return form == TimeForm.DOCUMENTED
                ? JsonText.nodes().textNode(format(epochSecond))
                : form.of(epochSecond, offset);
    }

    public String format(Instant instant) {
        return format(instant.getEpochSecond());
    }

    /** Reads {@code yyyy-MM-dd HH:mm:ss}. @throws ApiRefusal B00010 for anything else */
    public long parse(String name, String text) {
        try {
            return LocalDateTime.parse(text, DATE_TIME).toEpochSecond(offset);
        } catch (DateTimeParseException e) {
            throw Refusals.illegalParameter(name + " [" + text + "]");
        }
    }

    /** Midnight of a date. @throws ApiRefusal B00010 for anything but {@code yyyy-MM-dd} */
    public long parseDate(String name, String text) {
        try {
            return LocalDate.parse(text, DATE).atStartOfDay().toEpochSecond(offset);
        } catch (DateTimeParseException e) {
            throw Refusals.illegalParameter(name + " [" + text + "]");
        }
    }

    /** Midnight of the day that holds a second. */
    public long midnightOf(long epochSecond) {
        return LocalDateTime.ofEpochSecond(epochSecond, 0, offset)
                .toLocalDate()
                .atStartOfDay()
                .toEpochSecond(offset);
    }

    private static void write(char[] text, int lastDigit, int number) {
        int rest = number;
        for (int i = lastDigit; rest > 0; i--, rest /= 10) {
            text[i] = (char) ('0' + rest % 10);
        }
    }
}

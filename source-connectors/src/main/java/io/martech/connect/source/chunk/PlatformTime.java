package io.martech.connect.source.chunk;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The platforms' format of a local time: {@code 2026-01-01 08:00:00}, whole seconds, no zone. */
public final class PlatformTime {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private PlatformTime() {}

    public static String format(LocalDateTime time) {
        return FORMAT.format(time);
    }

    /**
     * Parses a time; hand-written for the usual form, since every row has one.
     *
     * @throws DateTimeException if the text is not a time
     */
    public static LocalDateTime parse(String text) {
        if (!hasTheUsualForm(text)) {
            return LocalDateTime.parse(text, FORMAT);
        }
        return LocalDateTime.of(
                digits(text, 0, 4),
                digits(text, 5, 7),
                digits(text, 8, 10),
                digits(text, 11, 13),
                digits(text, 14, 16),
                digits(text, 17, 19));
    }

    private static boolean hasTheUsualForm(String text) {
        return text.length() == 19
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == ' '
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("'" + text + "' is not a time such as 2026-01-01 08:00:00");
            }
            number = number * 10 + digit;
        }
        return number;
    }
}

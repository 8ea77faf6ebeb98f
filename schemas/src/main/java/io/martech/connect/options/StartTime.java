package io.martech.connect.options;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Parses {@code start.time}: empty, {@code 2026-01-01}, or {@code 2026-01-01 08:00:00}, in the platform's local time. */
public final class StartTime {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final int LENGTH_OF_DAY = 10;

    private StartTime() {}

    /**
     * The start time, or empty for the whole history.
     *
     * @throws DateTimeException if the text is neither empty nor a date or time in these forms
     */
    public static Optional<LocalDateTime> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                text.length() == LENGTH_OF_DAY
                        ? LocalDate.parse(text, DAY).atStartOfDay()
                        : LocalDateTime.parse(text, TIME));
    }
}

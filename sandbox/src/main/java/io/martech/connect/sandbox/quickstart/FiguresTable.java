package io.martech.connect.sandbox.quickstart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The figures as lines of text. */
final class FiguresTable {

    private static final String FORMAT = "  %-10s %-14s %10s %16s %14s %10s %10s %10s";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    /** @param zone of the times shown */
    FiguresTable(ZoneId zone) {
        this.zone = zone;
    }

    /** The head, and one line for each. */
    List<String> lines(List<Figures> figures) {
        return Stream.concat(Stream.of(head()), figures.stream().map(this::line))
                .toList();
    }

    String head() {
        return String.format(
                FORMAT,
                "resource",
                "topic",
                "records",
                "complete up to",
                "read up to",
                "requests",
                "delivered",
                "rejected");
    }

    String line(Figures figures) {
        boolean isSource = figures.delivered() == null;
        return String.format(
                        FORMAT,
                        figures.resource(),
                        figures.topic(),
                        number(figures.records()),
                        isSource ? time(figures.completeUpTo()) : "",
                        isSource ? time(figures.readUpTo()) : "",
                        number(figures.requests()),
                        isSource ? "" : number(figures.delivered()),
                        isSource ? "" : number(figures.rejected()))
                .stripTrailing();
    }

    private String time(Instant time) {
        return time == null ? "not yet" : TIME.format(time.atZone(zone));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

package io.martech.connect.sandbox.quickstart.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The figures as lines of text. */
public final class FiguresTable {

    /** Fits into 80 columns. */
    private static final String FORMAT = "  %-29s %7s %8s %8s %9s %8s";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    /** @param zone of the times shown */
    public FiguresTable(ZoneId zone) {
        this.zone = zone;
    }

    /** The head, and one line for each. */
    List<String> lines(List<Figures> figures) {
        return Stream.concat(head().stream(), figures.stream().map(this::line)).toList();
    }

    List<String> head() {
        return List.of(
                line("", "records", "complete", "requests", "delivered", "rejected"),
                line("", "", "up to", "", "", ""));
    }

    /** What is read has its topic's name, which ends with the resource's. */
    String line(Figures figures) {
        return figures.isOfSource() ? sourceLine(figures, figures.progress()) : sinkLine(figures);
    }

    private String sourceLine(Figures figures, ReadingProgress progress) {
        return line(
                "> " + figures.topic(),
                number(figures.records()),
                progress.isOfList() ? "" : time(progress.completeUpTo()),
                number(figures.requests()),
                "",
                "");
    }

    private static String sinkLine(Figures figures) {
        return line(
                figures.resource() + " < " + figures.topic(),
                number(figures.records()),
                "",
                number(figures.requests()),
                number(figures.delivered()),
                number(figures.rejected()));
    }

    private static String line(String... columns) {
        return String.format(FORMAT, (Object[]) columns).stripTrailing();
    }

    private String time(Instant time) {
        return time == null ? "not yet" : TIME.format(time.atZone(zone));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

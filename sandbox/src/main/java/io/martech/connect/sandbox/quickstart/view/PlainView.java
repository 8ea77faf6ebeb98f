package io.martech.connect.sandbox.quickstart.view;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Adds lines from time to time, the first of them below a head; for a file or a pipe. */
public final class PlainView implements View {

    private final PrintStream output;
    private final FiguresTable table;
    private final long nanosBetween;
    private Long shownAt;

    public PlainView(PrintStream output, FiguresTable table, Duration between) {
        this.output = output;
        this.table = table;
        this.nanosBetween = between.toNanos();
    }

    @Override
    public void show(List<Figures> figures) {
        long now = System.nanoTime();
        if (shownAt == null) {
            table.head().forEach(output::println);
        }
        if (shownAt == null || now - shownAt >= nanosBetween) {
            shownAt = now;
            figures.forEach(each -> output.println(table.line(each)));
        }
    }

    @Override
    public void leave() {
        // Every line ends with a line feed already.
    }
}

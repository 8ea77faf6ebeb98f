package io.martech.connect.sandbox.quickstart.view;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Draws over what it drew before; for a terminal. What does not fit into it is shown page after page. */
public final class InPlaceView implements View {

    private static final String CLEAR_LINE = "\u001b[2K";
    private static final String UP = "\u001b[%dA";
    private static final String CUT_LONG_LINES = "\u001b[?7l";
    private static final String WRAP_LONG_LINES = "\u001b[?7h";

    /** The cursor stands on a line of its own. */
    private static final int LINE_OF_THE_CURSOR = 1;

    private final PrintStream terminal;
    private final FiguresTable table;
    private final int rows;
    private final long nanosPerPage;
    private int drawn;
    private int page;
    private Long turnedAt;

    /**
     * @param rows how many lines the terminal has
     * @param perPage how long a page stays, if there is more than one
     */
    public InPlaceView(PrintStream terminal, FiguresTable table, int rows, Duration perPage) {
        this.terminal = terminal;
        this.table = table;
        this.rows = rows;
        this.nanosPerPage = perPage.toNanos();
    }

    @Override
    public void show(List<Figures> figures) {
        List<String> lines = linesThatFit(figures);
        StringBuilder frame = new StringBuilder(CUT_LONG_LINES);
        if (drawn > 0) {
            frame.append(String.format(UP, drawn));
        }
        lines.forEach(line -> frame.append('\r').append(CLEAR_LINE).append(line).append('\n'));
        drawn = lines.size();
        terminal.print(frame.append(WRAP_LONG_LINES));
        terminal.flush();
    }

    private List<String> linesThatFit(List<Figures> figures) {
        List<String> whole = table.lines(figures);
        if (whole.size() + LINE_OF_THE_CURSOR <= rows) {
            return whole;
        }
        List<String> lines = new ArrayList<>(table.head());
        int perPage = Math.max(1, rows - LINE_OF_THE_CURSOR - lines.size() - 1);
        turnThePage((figures.size() + perPage - 1) / perPage);
        int from = page * perPage;
        int to = Math.min(figures.size(), from + perPage);
        figures.subList(from, to).forEach(each -> lines.add(table.line(each)));
        for (int i = to; i < from + perPage; i++) {
            lines.add("");
        }
        lines.add("  " + (from + 1) + " to " + to + " of " + figures.size() + " streams; a terminal of "
                + (whole.size() + LINE_OF_THE_CURSOR) + " lines shows all of them");
        return lines;
    }

    private void turnThePage(int pages) {
        long now = System.nanoTime();
        if (turnedAt == null) {
            turnedAt = now;
        } else if (now - turnedAt >= nanosPerPage) {
            turnedAt = now;
            page++;
        }
        page %= pages;
    }

    @Override
    public void leave() {
        drawn = 0;
    }
}

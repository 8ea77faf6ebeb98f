package io.martech.connect.sandbox.quickstart;

import java.io.PrintStream;
import java.util.List;

/** Draws over what it drew before; for a terminal. */
final class InPlaceView implements View {

    private static final String CLEAR_LINE = "\u001b[2K";
    private static final String UP = "\u001b[%dA";
    private static final String CUT_LONG_LINES = "\u001b[?7l";
    private static final String WRAP_LONG_LINES = "\u001b[?7h";

    private final PrintStream terminal;
    private final FiguresTable table;
    private int drawn;

    InPlaceView(PrintStream terminal, FiguresTable table) {
        this.terminal = terminal;
        this.table = table;
    }

    @Override
    public void show(List<Figures> figures) {
        List<String> lines = table.lines(figures);
        StringBuilder frame = new StringBuilder(CUT_LONG_LINES);
        if (drawn > 0) {
            frame.append(String.format(UP, drawn));
        }
        lines.forEach(line -> frame.append('\r').append(CLEAR_LINE).append(line).append('\n'));
        drawn = lines.size();
        terminal.print(frame.append(WRAP_LONG_LINES));
        terminal.flush();
    }

    @Override
    public void leave() {
        drawn = 0;
    }
}

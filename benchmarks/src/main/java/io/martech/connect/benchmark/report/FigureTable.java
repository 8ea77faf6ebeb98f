package io.martech.connect.benchmark.report;

import java.util.ArrayList;
import java.util.List;

/** Figures as a table of plain text. */
public final class FigureTable {

    private static final List<String> HEAD = List.of("benchmark", "figure", "value", "target", "");

    private FigureTable() {}

    /** One line per figure below two lines of head, columns as wide as they must be. */
    public static String of(List<Figure> figures) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        figures.forEach(figure -> lines.add(List.of(
                figure.benchmark(),
                figure.what(),
                figure.value(),
                figure.target(),
                figure.verdict().text())));
        int[] widths = new int[HEAD.size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        lines.add(1, rule(widths));
        StringBuilder table = new StringBuilder();
        lines.forEach(line -> table.append(laidOut(line, widths)).append('\n'));
        return table.toString();
    }

    private static List<String> rule(int[] widths) {
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("-".repeat(width));
        }
        return rule;
    }

    private static String laidOut(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = line.get(column);
            String padding = " ".repeat(widths[column] - cell.length());
            boolean isNumber = column == 2;
            text.append(isNumber ? padding + cell : cell + padding).append("  ");
        }
        return text.toString().stripTrailing();
    }
}

package io.martech.connect.sandbox.quickstart.view;

import io.martech.connect.sandbox.comparison.Comparison;
import java.util.ArrayList;
import java.util.List;

/** The result of comparisons as lines of text. */
public final class ComparisonTable {

    private static final String FORMAT = "  %%-%ds %%8s %%7s %%9s %%10s %%12s";
    private static final int MOST_FINDINGS = 20;

    private ComparisonTable() {}

    public static List<String> lines(List<Comparison> comparisons) {
        int longest = comparisons.stream()
                .mapToInt(comparison -> comparison.name().length())
                .max()
                .orElse(1);
        String format = String.format(FORMAT, longest);
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(format, "", "expected", "missing", "different", "unexpected", "out of order"));
        for (Comparison comparison : comparisons) {
            lines.add(String.format(
                    format,
                    comparison.name(),
                    comparison.expected(),
                    comparison.missing().size(),
                    comparison.different().size(),
                    comparison.unexpected().size(),
                    comparison.outOfOrder().size()));
        }
        lines.add("");
        List<String> findings = comparisons.stream()
                .flatMap(comparison -> comparison.findings().stream())
                .toList();
        findings.stream().limit(MOST_FINDINGS).forEach(finding -> lines.add("  " + finding));
        if (findings.size() > MOST_FINDINGS) {
            lines.add("  ... and " + (findings.size() - MOST_FINDINGS) + " more");
        }
        lines.add(
                findings.isEmpty()
                        ? "  Everything has arrived: every row with every field, and every record in order."
                        : "  The two ends are NOT the same.");
        return lines;
    }
}

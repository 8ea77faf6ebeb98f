package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.quickstart.view.ComparisonTable;
import io.martech.connect.sandbox.quickstart.view.Figures;
import io.martech.connect.sandbox.quickstart.view.View;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Lets everything arrive while rows change, lets the changes end, and compares both ends of every stream. */
final class OnceRun {

    private static final int FIRST_RECORDS = 1_000;
    private static final int CHANGES_AT_LEAST = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(120);

    private final PrintStream output;
    private final View view;

    OnceRun(PrintStream output, View view) {
        this.output = output;
        this.view = view;
    }

    /** Deploys the connectors and stays until the end. @return whether the topics hold what the platforms hold, and the platforms received what the sinks' topics hold */
    boolean isGood(LocalStack stack, Connectors connectors, StopSignal stop) {
        try (PlatformLife life = PlatformLife.start(stack.streams().sources());
                Flows flows = Flows.start(stack, connectors, FIRST_RECORDS)) {
            await(() -> life.changes() >= CHANGES_AT_LEAST && flows.haveArrived(), flows, stop);
            Instant end = life.end();
            view.leave();
            output.println("  " + life.changes() + " times something changed; nothing changes any more.");
            await(() -> flows.haveArrivedUntil(end), flows, stop);
            view.leave();
            return !stop.isGiven() && isEqual(flows);
        }
    }

    /** However slow the machine is: it gives up when nothing more has arrived for a while. */
    private void await(BooleanSupplier condition, Flows flows, StopSignal stop) {
        long arrived = 0;
        Instant since = Instant.now();
        while (!condition.getAsBoolean() && !stop.isGivenWithin(BETWEEN_LOOKS)) {
            List<Figures> figures = flows.figures();
            view.show(figures);
            flows.failure().filter(failure -> !stop.isGiven()).ifPresent(failure -> {
                throw new QuickstartException(failure);
            });
            long now = figures.stream().mapToLong(Figures::arrived).sum();
            if (now != arrived) {
                arrived = now;
                since = Instant.now();
            } else if (Instant.now().isAfter(since.plus(WITHOUT_PROGRESS))) {
                output.println(
                        "  Not everything has arrived, and nothing more for " + WITHOUT_PROGRESS.toSeconds() + " s.");
                return;
            }
        }
    }

    private boolean isEqual(Flows flows) {
        List<Comparison> comparisons = flows.compare();
        ComparisonTable.lines(comparisons).forEach(output::println);
        return comparisons.stream().allMatch(Comparison::isEqual);
    }
}

package io.martech.connect.benchmark.source;

import io.martech.connect.benchmark.report.Figure;
import io.martech.connect.benchmark.setting.Benchmark;
import io.martech.connect.benchmark.setting.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * How many requests it takes to read changes: at most 2.2 times as many as full pages would be needed for the rows of each
 * pass, and two per pass and poll. Counted on virtual time, so that it is the same on every machine.
 */
public final class IncrementalBenchmark implements Benchmark {

    private static final String NAME = "incremental";
    private static final List<Integer> PAGE_SIZES = List.of(20, 37, 50, 100);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Figure> run(Setting setting) {
        setting.say("requests / allowed requests, for pages of " + PAGE_SIZES + " orders");
        List<Figure> figures = new ArrayList<>();
        for (int perSecond : List.of(0, 1, 5)) {
            figures.add(steady(setting, UpdateRate.ofDifferentRows(perSecond)));
        }
        for (int perSecond : List.of(5, 20, 50)) {
            figures.add(steady(setting, UpdateRate.ofHotRows(perSecond)));
        }
        figures.add(figure(setting, "15 minutes of 5 a second to catch up with", IncrementalRun::catchingUp));
        return figures;
    }

    private static Figure steady(Setting setting, UpdateRate rate) {
        return figure(setting, "updates " + rate.text(), size -> IncrementalRun.steady(size, rate));
    }

    private static Figure figure(Setting setting, String changes, IntFunction<RequestBill> run) {
        List<RequestBill> bills = PAGE_SIZES.stream().map(run::apply).toList();
        String each = bills.stream()
                .map(bill -> String.format(Locale.ROOT, "%.2f", bill.shareOfAllowance()))
                .collect(Collectors.joining(" "));
        setting.say(changes + ": " + each);
        double worst = bills.stream()
                .map(RequestBill::shareOfAllowance)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Figure.atMost(NAME, changes + ": requests / allowed requests", worst, 1);
    }
}

package io.martech.connect.benchmark;

import io.martech.connect.benchmark.report.Figure;
import io.martech.connect.benchmark.report.FigureTable;
import io.martech.connect.benchmark.setting.Benchmark;
import io.martech.connect.benchmark.setting.BenchmarkException;
import io.martech.connect.benchmark.setting.Setting;
import io.martech.connect.sandbox.cluster.ClusterException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The command {@code benchmarks/run}. Exit codes: 0 every target is met, 1 one is missed, 2 the command is wrong or
 * nothing could be measured.
 */
public final class Main {

    private static final int MISSED = 1;
    private static final int FAILED = 2;

    private Main() {}

    /** @param arguments names of benchmarks; none means all */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws InterruptedException {
        List<Benchmark> chosen;
        try {
            chosen = Choice.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return FAILED;
        }
        List<Figure> figures = new ArrayList<>();
        boolean isComplete = measure(chosen, figures);
        if (!figures.isEmpty()) {
            System.out.print(FigureTable.of(figures));
        }
        if (!isComplete) {
            return FAILED;
        }
        return figures.stream().anyMatch(Figure::isMissed) ? MISSED : 0;
    }

    /** Whether all of them could be measured; what was measured before one could not is kept. */
    private static boolean measure(List<Benchmark> chosen, List<Figure> figures) throws InterruptedException {
        Setting setting = new Setting(Path.of(""), System.err);
        long start = System.nanoTime();
        try {
            for (Benchmark benchmark : chosen) {
                System.err.println(benchmark.name() + ":");
                figures.addAll(benchmark.run(setting));
            }
            System.err.println(
                    "took " + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s\n");
            return true;
        } catch (BenchmarkException | ClusterException e) {
            System.err.println("Stopped: " + e.getMessage());
        } catch (RuntimeException e) {
            System.err.println("Stopped by a fault of the benchmark itself:");
            e.printStackTrace();
        }
        return false;
    }
}

package io.martech.connect.benchmark;

import io.martech.connect.benchmark.setting.Benchmark;
import io.martech.connect.benchmark.sink.SinkBenchmark;
import io.martech.connect.benchmark.source.BackfillBenchmark;
import io.martech.connect.benchmark.source.ConversionBenchmark;
import io.martech.connect.benchmark.source.IncrementalBenchmark;
import io.martech.connect.benchmark.source.MemoryBenchmark;
import java.util.List;
import java.util.stream.Collectors;

/** Which benchmarks there are, and which of them a command line names. */
final class Choice {

    private static final List<Benchmark> ALL = List.of(
            new SinkBenchmark(),
            new BackfillBenchmark(),
            new IncrementalBenchmark(),
            new MemoryBenchmark(),
            new ConversionBenchmark());

    private Choice() {}

    /**
     * @param names of benchmarks; "all", or none at all, means every one
     * @throws IllegalArgumentException if one is unknown; the message says which there are
     */
    static List<Benchmark> of(List<String> names) {
        if (names.isEmpty() || names.contains("all")) {
            return ALL;
        }
        return names.stream().map(Choice::named).toList();
    }

    private static Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no benchmark '" + name + "'. Usage: benchmarks/run ["
                                + ALL.stream().map(Benchmark::name).collect(Collectors.joining("|")) + "|all]"));
    }
}

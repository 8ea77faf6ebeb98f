package io.martech.connect.benchmark.setting;

import io.martech.connect.benchmark.report.Figure;
import java.util.List;

/** One benchmark of the command line. It takes a minute or two at most, and leaves nothing running. */
public interface Benchmark {

    /** As on the command line. */
    String name();

    /**
     * Measures.
     *
     * @throws BenchmarkException if nothing could be measured
     */
    List<Figure> run(Setting setting) throws InterruptedException;
}

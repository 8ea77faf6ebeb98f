package io.martech.connect.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {

    @Test
    void everyFigureHasALineWithItsTargetAndVerdict() {
        String table = FigureTable.of(List.of(
                Figure.reported("backfill", "round trip", 20.5),
                Figure.atLeast("backfill", "pages per round trip", 0.95, 0.9),
                Figure.atMost("incremental", "requests", 1.5, 1)));

        assertThat(table.lines())
                .containsExactly(
                        "benchmark    figure                value  target",
                        "-----------  --------------------  -----  -------------  ------",
                        "backfill     round trip            20.50",
                        "backfill     pages per round trip   0.95  at least 0.90  met",
                        "incremental  requests               1.50  at most 1      MISSED");
    }
}

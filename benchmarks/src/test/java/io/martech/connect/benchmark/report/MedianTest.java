package io.martech.connect.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void oneDisturbedRoundDoesNotMoveIt() {
        assertThat(Median.of(List.of(0.9, 0.1, 1.0))).isEqualTo(0.9);
    }

    @Test
    void anEvenNumberOfRoundsHasTwoInTheMiddle() {
        assertThat(Median.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
    }
}

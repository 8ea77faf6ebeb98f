package io.martech.connect.benchmark.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final Arrivals arrivals = new Arrivals(Set.of(1L, 2L, 3L, 4L), List.of(0L, 3_000L, 3_500L, 4_000L));

    @Test
    void theRateCountsFromTheFirstArrivalToTheLast() {
        assertThat(arrivals.perSecond()).isEqualTo(0.75);
    }

    @Test
    void theSlowBeginningCanBeLeftOut() {
        assertThat(arrivals.perSecondAfter(1)).isEqualTo(2);
    }
}

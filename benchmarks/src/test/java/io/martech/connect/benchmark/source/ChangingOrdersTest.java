package io.martech.connect.benchmark.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sandbox.http.VirtualClock;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangingOrdersTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 8, 0);

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final LinkflowPlatform platform = new LinkflowPlatform(clock, 1);

    @Test
    void aRowCountsOnlyWhereItsLastUpdateLies() {
        List<Long> fewRows = platform.orders().insertHistory(3, Duration.ofDays(1));
        ChangingOrders orders = new ChangingOrders(platform, clock, fewRows);

        orders.pass(Duration.ofMinutes(2), UpdateRate.ofDifferentRows(5));

        assertThat(orders.rowsBetween(START, START.plusMinutes(2))).isEqualTo(3);
        assertThat(orders.rowsBetween(START, START.plusMinutes(1))).isZero();
    }

    @Test
    void updatesHappenAtTheGivenRate() {
        List<Long> manyRows = platform.orders().insertHistory(2_000, Duration.ofDays(1));
        ChangingOrders orders = new ChangingOrders(platform, clock, manyRows);

        orders.pass(Duration.ofMinutes(5), UpdateRate.ofDifferentRows(5));

        assertThat(orders.rowsBetween(START, START.plusMinutes(5))).isBetween(1_400, 1_600);
        assertThat(clock.instant()).isEqualTo("2026-01-01T00:05:00Z");
    }
}

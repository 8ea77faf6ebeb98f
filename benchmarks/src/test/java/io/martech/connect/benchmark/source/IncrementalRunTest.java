package io.martech.connect.benchmark.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IncrementalRunTest {

    @Test
    void whereNothingChangesEveryPassAsksOncePerPollAndAProbeOnceAMinute() {
        RequestBill bill = IncrementalRun.steady(50, UpdateRate.ofDifferentRows(0));

        assertThat(bill.rows()).isZero();
        assertThat(bill.requests()).isBetween(bill.polls() * 2L, bill.polls() * 2L + 5);
    }
}

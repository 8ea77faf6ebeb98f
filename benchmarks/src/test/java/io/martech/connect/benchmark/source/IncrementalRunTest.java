package io.martech.connect.benchmark.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IncrementalRunTest {

    /** A poll every ten seconds. A probe asks for new ids, and for rows that appeared in windows that were complete. */
    @Test
    void whereNothingChangesEveryPassAsksOncePerPollAndAProbeTwiceAMinute() {
        RequestBill bill = IncrementalRun.steady(50, UpdateRate.ofDifferentRows(0));

        assertThat(bill.rows()).isZero();
        assertThat(bill.requests()).isBetween(bill.polls() * 2L, bill.polls() * 2L + 2L * (bill.polls() / 6 + 1));
    }
}

package io.martech.connect.benchmark.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestBillTest {

    @Test
    void twoPointTwoPerFullPageAndTwoPerPassAndPollAreAllowed() {
        // 500 rows are ten pages of 50: 22 requests; three polls of two passes: 12.
        assertThat(new RequestBill(34, 500, 50, 3).shareOfAllowance()).isEqualTo(1);
        assertThat(new RequestBill(17, 500, 50, 3).shareOfAllowance()).isEqualTo(0.5);
    }
}

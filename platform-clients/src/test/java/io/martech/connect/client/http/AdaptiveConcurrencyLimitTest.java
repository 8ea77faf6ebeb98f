package io.martech.connect.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdaptiveConcurrencyLimitTest {

    private final ManualTime time = new ManualTime();
    private final AdaptiveConcurrencyLimit limit = new AdaptiveConcurrencyLimit(32, time);

    @Test
    void startsAtFourAndReachesItsCeilingButNotMore() {
        assertThat(limit.current()).isEqualTo(4);
        succeed(28);
        assertThat(limit.current()).isEqualTo(32);
        succeed(100);
        assertThat(limit.current()).isEqualTo(32);
    }

    @Test
    void neverStartsAboveItsCeiling() {
        assertThat(new AdaptiveConcurrencyLimit(2, time).current()).isEqualTo(2);
    }

    @Test
    void oneOverloadHalvesOnceHoweverManyCallsTellOfIt() {
        succeed(28);
        long left = time.nanoTime();
        time.advance(Duration.ofMillis(20));
        for (int i = 0; i < 32; i++) {
            limit.onOverload(left);
        }
        assertThat(limit.current()).isEqualTo(16);
    }

    @Test
    void anOverloadOfCallsThatLeftLaterHalvesAgainDownToOne() {
        succeed(28);
        int[] expected = {16, 8, 4, 2, 1, 1};
        for (int then : expected) {
            time.advance(Duration.ofMillis(20));
            limit.onOverload(time.nanoTime());
            assertThat(limit.current()).isEqualTo(then);
        }
    }

    @Test
    void afterAnOverloadItGrowsByOnePerRoundTrip() {
        limit.onOverload(time.nanoTime());
        assertThat(limit.current()).isEqualTo(2);
        succeed(1);
        assertThat(limit.current()).isEqualTo(2);
        succeed(1);
        assertThat(limit.current()).isEqualTo(3);
        succeed(3);
        assertThat(limit.current()).isEqualTo(4);
    }

    private void succeed(int times) {
        for (int i = 0; i < times; i++) {
            limit.onSuccess(time.nanoTime());
        }
    }
}

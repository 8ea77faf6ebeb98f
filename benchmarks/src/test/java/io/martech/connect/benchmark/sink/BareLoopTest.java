package io.martech.connect.benchmark.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.benchmark.setting.BareHttp;
import io.martech.connect.benchmark.setting.SimulatedLinkflow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BareLoopTest {

    private static final int IN_FLIGHT = 8;

    @Test
    void theBareLoopWritesEveryEventWithNoMoreRequestsInFlightThanItIsTold() throws InterruptedException {
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start(Duration.ofMillis(20));
                BareHttp bare = new BareHttp(linkflow, IN_FLIGHT)) {
            bare.postInParallel(
                    "/open/messages",
                    new People()
                            .strangers(80).stream().map(Event::toRequestBody).toList(),
                    IN_FLIGHT);

            assertThat(new Received(linkflow.platform().receivedMessages()).differentEvents())
                    .isEqualTo(80);
            assertThat(linkflow.server().mostWritesInFlight()).isBetween(2, IN_FLIGHT);
            assertThat(linkflow.server().conflictingWrites()).isZero();
        }
    }
}

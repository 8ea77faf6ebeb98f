package io.martech.connect.benchmark.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.benchmark.setting.SimulatedLinkflow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TaskLoopTest {

    @Test
    void theLoopReadsAsManyPagesAsItIsTold() throws InterruptedException {
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start(Duration.ZERO)) {
            linkflow.platform().quirks().cursorPageSize.set(10);
            linkflow.insertOldOrders(200);
            try (TaskLoop loop = new TaskLoop(OrdersConnector.taskConfiguration(linkflow))) {
                loop.timeToReadPages(5);
            }

            assertThat(linkflow.server().requests().of("orders.cursor")).isGreaterThanOrEqualTo(6);
        }
    }
}

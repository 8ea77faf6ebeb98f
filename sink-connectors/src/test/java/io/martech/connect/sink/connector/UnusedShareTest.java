package io.martech.connect.sink.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sink.contract.CapturedLog;
import io.martech.connect.sink.engine.FakeTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnusedShareTest {

    private final FakeTime time = new FakeTime();

    @Test
    void a_task_without_partitions_warns_once_that_its_share_of_the_quota_is_not_used() throws Exception {
        List<Map<String, String>> tasks = SharedQuota.spread(Map.of(), "rate.limit.requests.per.hour", 1_000, 3);
        SharedQuota share = new SharedQuota(tasks.get(0), time);
        try (CapturedLog log = new CapturedLog()) {
            share.observe(true);
            time.advance(Duration.ofSeconds(59));
            share.observe(false);
            assertThat(log.aboveDebug()).as("a rebalance").isEmpty();

            time.advance(Duration.ofSeconds(2));
            share.observe(false);
            share.observe(false);

            assertThat(log.aboveDebug())
                    .singleElement()
                    .asString()
                    .contains("334 of 1000 (rate.limit.requests.per.hour), shared by 3 tasks", "tasks.max");
        }
    }

    @Test
    void a_task_that_has_the_whole_quota_or_none_wastes_nothing() throws Exception {
        List<Map<String, String>> one = SharedQuota.spread(Map.of(), "rate.limit.requests.per.hour", 1_000, 1);
        SharedQuota share = new SharedQuota(one.get(0), time);
        try (CapturedLog log = new CapturedLog()) {
            time.advance(Duration.ofHours(1));
            share.observe(false);

            assertThat(log.aboveDebug()).isEmpty();
        }
    }
}

package io.martech.connect.sink.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.sink.operation.Coordinates;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class RejectionsTest {

    private final FakeTime time = new FakeTime();
    private final FakeReporter reporter = new FakeReporter();
    private final ErrantRecords errantRecords = new ErrantRecords(reporter, new FirstFailure());
    private final OffsetTracker offsets = new OffsetTracker();
    private final Rejections<String> rejections = new Rejections<>(4, time);
    private long offset;

    @Test
    void so_many_refusals_in_a_row_with_one_code_stop_the_task_and_only_the_first_was_reported() {
        reject("B00010");
        reject("B00010");
        reject("B00010");

        assertThatThrownBy(() -> reject("B00010"))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("4 consecutive records")
                .hasMessageContaining("B00010")
                .hasMessageContaining("max.consecutive.rejections")
                .hasMessageContaining("It is wrong.")
                .hasMessageNotContaining("13800000000");
        assertThat(reported()).containsExactly(0L);
    }

    @Test
    void another_code_begins_anew_and_ends_the_run() {
        reject("B00010");
        reject("B00010");
        reject("B00010");
        assertThat(reported()).containsExactly(0L);

        reject("B00002");

        assertThat(reported()).containsExactly(0L, 1L, 2L, 3L);
        reject("B00010");
        reject("B00010");
        reject("B00010");
    }

    @Test
    void a_delivery_begins_anew_and_ends_the_run() {
        reject("B00010");
        reject("B00010");
        reject("B00010");
        rejections.delivered();

        assertThat(reported()).containsExactly(0L, 1L, 2L);
        reject("B00010");
        reject("B00010");
        reject("B00010");
    }

    @Test
    void a_run_that_nothing_follows_is_reported_after_a_while() {
        reject("B00010");
        reject("B00010");
        rejections.idle();
        assertThat(reported()).containsExactly(0L);
        assertThat(rejections.areWaiting()).isTrue();

        time.advance(Duration.ofSeconds(3));
        rejections.idle();

        assertThat(reported()).containsExactly(0L, 1L);
        assertThat(rejections.areWaiting()).isFalse();
    }

    @Test
    void a_refusal_after_the_partition_was_revoked_is_nobodys() {
        PendingRecord<String> before = delivery();
        PendingRecord<String> after = delivery();
        rejections.add(before, refusal("B00010"));
        offsets.closed(List.of(Records.P0));
        rejections.add(after, refusal("B00010"));

        assertThat(reported()).isEmpty();
    }

    private void reject(String code) {
        rejections.add(delivery(), refusal(code));
    }

    private PendingRecord<String> delivery() {
        Coordinates coordinates = new Coordinates(Records.TOPIC, 0, offset);
        return new PendingRecord<>(
                Records.record(offset++, "a/1"), coordinates, offsets.received(coordinates, 0), "a/1");
    }

    private List<Long> reported() {
        rejections.reportTo(errantRecords);
        return reporter.reports().stream()
                .map(report -> report.record().kafkaOffset())
                .toList();
    }

    private static RecordRejectedException refusal(String code) {
        return new RecordRejectedException(code, "It is wrong.", "no 13800000000", null);
    }
}

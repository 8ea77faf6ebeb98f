package io.martech.connect.sink.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.linkflow.LinkflowFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every Linkflow sink against a simulated Linkflow. A connector adds its facts. */
abstract class SinkTaskContract {

    final TaskRun run = new TaskRun(this::newTask);

    abstract SinkTask newTask();

    /** The least that the connector needs, and what is given on top, as key, value, key, value. */
    abstract Map<String, String> least(String... more);

    /** So many records that can be delivered, each about another person; offsets from 0. */
    abstract List<SinkRecord> people(int count);

    /** How the simulator counts the requests that write. */
    abstract String writes();

    @AfterEach
    void close() {
        run.close();
        assertThat(run.server.ownErrors()).isEmpty();
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of(LinkflowFault.UNKNOWN_CODE, "B99999"),
                Arguments.of(LinkflowFault.ERROR_WITH_STATUS_200, "B99999"),
                Arguments.of(WireFault.FORBIDDEN_WITHOUT_ENVELOPE, "403"),
                Arguments.of(WireFault.HTML_WITH_STATUS_200, "not JSON"),
                Arguments.of(WireFault.SERVER_ERROR_WITH_TEXT, "HTTP 500"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void an_outage_leaves_the_dead_letters_empty_and_stops_the_task_with_the_reason(Fault fault, String reason) {
        run.start(run.reaching(least("max.retries", "12")));
        run.server.faults().outage(fault, Traffic.WRITE);
        run.put(people(300));

        assertThat(run.untilFailure())
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("Linkflow")
                .hasMessageContaining(reason);
        assertThat(run.reporter.reports()).isEmpty();
        assertThat(run.committed()).containsOnly(Map.entry(new TopicPartition("people", 0), 0L));
    }

    @Test
    void one_refusal_for_all_blows_the_fuse_before_the_topic_is_drained() {
        run.server.faults().outage(new LinkflowFault(500, "B00010"), Traffic.WRITE);
        run.start(run.reaching(least()));
        run.put(people(1_000));

        assertThat(run.untilFailure())
                .hasMessageContaining("max.consecutive.rejections")
                .hasMessageContaining("B00010");
        assertThat(run.reporter.reports()).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @EnumSource(
            value = WireFault.class,
            names = {"HANG_BEFORE_HEADERS", "HANG_IN_BODY"})
    void a_platform_that_hangs_does_not_hold_up_the_stop(WireFault hang) {
        run.start(run.reaching(least("request.timeout.ms", "60000")));
        run.server.faults().outage(hang, Traffic.WRITE);
        run.put(people(100));
        await().until(() -> run.server.requests().of(writes()) > 2);

        long start = System.nanoTime();
        run.closePartitions();
        Duration close = Duration.ofNanos(System.nanoTime() - start);
        start = System.nanoTime();
        run.stop();
        Duration stop = Duration.ofNanos(System.nanoTime() - start);

        // Far from the minute that the requests may take; generous, since the machine may be busy.
        assertThat(close).isLessThan(Duration.ofSeconds(10));
        assertThat(stop).isLessThan(Duration.ofSeconds(5));
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().contains("-request-") && thread.isAlive()));
    }

    @Test
    void starting_and_stopping_make_no_call() {
        run.start(run.reaching(least()));
        run.put(List.of());
        run.stop();

        assertThat(run.server.requests().total()).isZero();
    }

    @Test
    void a_task_that_never_started_can_be_stopped() {
        newTask().stop();
    }
}

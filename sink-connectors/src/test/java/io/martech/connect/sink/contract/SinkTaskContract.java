package io.martech.connect.sink.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FixedAnswer;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for every sink against its simulated platform. A connector adds its facts.
 *
 * @param <S> the platform
 */
public abstract class SinkTaskContract<S extends SimulatedPlatform> {

    protected final TaskRun<S> run = new TaskRun<>(newPlatform(), this::newTask);

    protected abstract S newPlatform();

    protected abstract SinkTask newTask();

    /** The least that the connector needs, and what is given on top, as key, value, key, value. */
    protected abstract Map<String, String> least(String... more);

    /** So many records that can be delivered, each about another person; offsets from 0. */
    protected abstract List<SinkRecord> people(int count);

    /** How the simulator counts the requests that write. */
    protected abstract String writes();

    /** How many requests that write are under way at once at least, if there is enough to do. */
    protected int writesAtOnce() {
        return 3;
    }

    /** The platform's error by which it refuses a record of this sink. */
    protected Fault refusal() {
        return run.simulated.refusal();
    }

    /** Requests of one record that leave at once: then several are under way. */
    private Map<String, String> oneByOne(String... more) {
        return TestConfig.with(least("batch.size", "1", "linger.ms", "0"), more);
    }

    @AfterEach
    void close() {
        run.close();
        assertThat(run.simulated.ownErrors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_outage_leaves_the_dead_letters_empty_and_stops_the_task_with_the_reason(Outage outage) {
        run.start(run.reaching(oneByOne("max.retries", "12")));
        run.simulated.faults().outage(run.simulated.fault(outage), Traffic.WRITE);
        run.put(people(300));

        assertThat(run.untilFailure())
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(run.simulated.name())
                .hasMessageContaining(run.simulated.wordsOf(outage));
        assertThat(run.reporter.reports()).isEmpty();
        assertThat(run.committed()).containsOnly(Map.entry(new TopicPartition("people", 0), 0L));
    }

    /** As a proxy answers that the platform knows nothing of: without any code of the platform. */
    @ParameterizedTest
    @ValueSource(ints = {413, 414, 431})
    void what_alone_is_too_large_for_whoever_answers_is_rejected_with_status_and_coordinates(int status) {
        run.simulated.faults().outage(new FixedAnswer(Response.html(status, "<h1>Too Large</h1>")), Traffic.WRITE);
        run.start(run.reaching(least()));
        run.put(people(1));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).singleElement().satisfies(report -> assertThat(report.error())
                .hasMessageContaining("HTTP " + status)
                .hasMessageContaining("people-0@0")
                .hasMessageContaining(" bytes"));
    }

    @Test
    void one_refusal_for_all_blows_the_fuse_before_the_topic_is_drained() {
        run.simulated.faults().outage(refusal(), Traffic.WRITE);
        run.start(run.reaching(least()));
        run.put(people(1_000));

        assertThat(run.untilFailure()).hasMessageContaining("max.consecutive.rejections");
        assertThat(run.reporter.reports()).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @EnumSource(
            value = WireFault.class,
            names = {"HANG_BEFORE_HEADERS", "HANG_IN_BODY"})
    void a_platform_that_hangs_does_not_hold_up_the_stop(WireFault hang) {
        run.start(run.reaching(oneByOne("request.timeout.ms", "600000")));
        run.simulated.faults().outage(hang, Traffic.WRITE);
        run.put(people(100));
        await().until(() -> run.simulated.requests().of(writes()) >= writesAtOnce());

        long start = System.nanoTime();
        run.closePartitions();
        Duration close = Duration.ofNanos(System.nanoTime() - start);
        start = System.nanoTime();
        run.stop();
        Duration stop = Duration.ofNanos(System.nanoTime() - start);

        // Far from the ten minutes that the requests may take; generous, since the machine may be busy.
        assertThat(close).isLessThan(Duration.ofMinutes(2));
        assertThat(stop).isLessThan(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().contains("-request-") && thread.isAlive()));
    }

    @Test
    void starting_and_stopping_make_no_call() {
        run.start(run.reaching(least()));
        run.put(List.of());
        run.stop();

        assertThat(run.simulated.requests().total()).isZero();
    }

    @Test
    void a_task_that_never_started_can_be_stopped() {
        newTask().stop();
    }
}

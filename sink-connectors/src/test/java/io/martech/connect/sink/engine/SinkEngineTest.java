package io.martech.connect.sink.engine;

import static io.martech.connect.sink.engine.Records.P0;
import static io.martech.connect.sink.engine.Records.P1;
import static io.martech.connect.sink.engine.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.http.AdaptiveConcurrencyLimit;
import io.martech.connect.sink.dispatch.BatchBounds;
import io.martech.connect.sink.lookup.LookupFailedException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class SinkEngineTest {

    // The engine belongs to one thread, as a task does.
    static {
        Awaitility.pollInSameThread();
    }

    private static final RetryPolicy SOON = RetryPolicy.withoutEnd(Duration.ofMillis(1), Duration.ofMillis(5));

    private final FakePlatform platform = new FakePlatform();
    private final FakeReporter reporter = new FakeReporter();
    private final FakeContext context = new FakeContext().assign(P0, P1).reportTo(reporter);
    private SinkEngine<String> engine = engine(settings(true));
    private long next = 100;

    @AfterEach
    void stop() {
        engine.stop();
    }

    @Test
    void commits_only_what_is_delivered() {
        platform.hang();
        engine.put(List.of(record(5, "a/1"), record(6, "b/1")));

        assertThat(committed(P0, 7)).isEqualTo(5);

        platform.answer();
        await().untilAsserted(() -> assertThat(committed(P0, 7)).isEqualTo(7));
    }

    @Test
    void commits_what_the_framework_offers_where_nothing_is_outstanding() {
        engine.put(List.of());

        // As if a transformation had dropped the last records.
        assertThat(committed(P0, 42)).isEqualTo(42);
    }

    @Test
    void settles_records_with_nothing_to_send() {
        engine.put(List.of(record(0, "nothing")));

        assertThat(committed(P0, 1)).isEqualTo(1);
        assertThat(platform.requests()).isEmpty();
    }

    @Test
    void asks_to_be_called_again_while_anything_is_in_flight() {
        platform.hang();
        engine.put(List.of(record(0, "a/1")));
        assertThat(context.timeouts()).containsExactly(100L);

        platform.answer();
        await().until(() -> committed(P0, 1) == 1);
        context.forgetTimeouts();
        engine.put(List.of());
        assertThat(context.timeouts()).isEmpty();
    }

    @Test
    void batches_one_persons_records_and_no_one_elses() {
        engine = engine(settings(true, 3, Duration.ofMillis(200)));
        engine.put(List.of(record(0, "a/1"), record(1, "b/1"), record(2, "a/2"), record(3, "a/3"), record(4, "a/4")));

        await().until(() -> platform.delivered().size() == 5);
        assertThat(platform.requests())
                .containsExactlyInAnyOrder(List.of("a/1", "a/2", "a/3"), List.of("b/1"), List.of("a/4"));
    }

    @Test
    void records_with_different_identity_lists_never_share_a_request() {
        engine = engine(settings(true, 10, Duration.ofMillis(50)));
        engine.put(List.of(record(0, "a/1"), record(1, "a+b/1"), record(2, "a/2")));

        await().until(() -> platform.delivered().size() == 3);
        assertThat(platform.requests()).containsExactly(List.of("a/1"), List.of("a+b/1"), List.of("a/2"));
    }

    @Test
    void records_with_one_kafka_key_stay_in_order_whoever_they_are_about() {
        platform.hang();
        engine.put(List.of(record(0, 0, "k", "a/1"), record(0, 1, "k", "b/1"), record(0, 2, "other", "c/1")));

        await().until(() -> platform.requests().size() == 2);
        assertThat(platform.requests()).containsExactlyInAnyOrder(List.of("a/1"), List.of("c/1"));
        platform.answer();
        await().until(() -> platform.delivered().contains("b/1"));
    }

    @Test
    void a_refused_batch_is_split_in_order_until_the_culprit_stands_alone() {
        engine = engine(settings(true, 8, Duration.ofMillis(50)));
        platform.behave(texts -> {
            if (texts.contains("a/bad")) {
                throw FakePlatform.failure(Category.REJECT, "B00010");
            }
        });
        engine.put(List.of(record(0, "a/1"), record(1, "a/2"), record(2, "a/bad"), record(3, "a/3"), record(4, "a/4")));

        await().untilAsserted(() -> {
            engine.put(List.of());
            assertThat(committed(P0, 5)).isEqualTo(5);
        });
        assertThat(platform.delivered()).containsExactly("a/1", "a/2", "a/3", "a/4");
        assertThat(reporter.values()).containsExactly("a/bad");
        Throwable error = reporter.reports().get(0).error();
        assertThat(error).hasMessageContaining("people-0@2").hasMessageContaining("B00010");
        assertThat(error).as("the platform's words are for the dead letters").hasMessageContaining("13800000000");
        assertThat(error.toString()).as("and not for logs").contains("B00010").doesNotContain("13800000000");
    }

    @Test
    void a_request_that_is_too_large_is_split() {
        engine = engine(settings(true, 8, Duration.ofMillis(50)));
        platform.behave(texts -> {
            if (texts.size() > 2) {
                throw FakePlatform.failure(Category.SPLIT, "B00031");
            }
        });
        engine.put(List.of(record(0, "a/1"), record(1, "a/2"), record(2, "a/3"), record(3, "a/4"), record(4, "a/5")));

        await().until(() -> platform.delivered().size() == 5);
        assertThat(platform.delivered()).containsExactly("a/1", "a/2", "a/3", "a/4", "a/5");
        assertThat(reporter.reports()).isEmpty();
    }

    @Test
    void a_rejected_record_is_settled_when_its_report_is_confirmed_and_not_before() {
        reporter.confirmLater();
        engine.put(List.of(record(0, "unmappable")));
        assertThat(committed(P0, 1)).isEqualTo(0);
        assertThat(context.timeouts()).containsExactly(100L);

        reporter.reports().get(0).confirmation().complete(null);
        assertThat(committed(P0, 1)).isEqualTo(1);
    }

    @Test
    void a_report_that_fails_stops_the_task() {
        reporter.confirmLater();
        engine.put(List.of(record(0, "unmappable")));
        reporter.reports().get(0).confirmation().completeExceptionally(new IllegalStateException("no such topic"));

        assertThatThrownBy(() -> engine.put(List.of()))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("dead-letter topic")
                .hasMessageContaining("no such topic");
        assertThat(committed(P0, 1)).isEqualTo(0);
    }

    @Test
    void rejected_records_are_reported_on_the_tasks_thread_as_the_framework_gave_them() {
        platform.behave(texts -> {
            throw FakePlatform.failure(Category.REJECT, "B00010");
        });
        SinkRecord original = record(0, "a/1");
        engine.put(List.of(original));

        await().until(() -> {
            engine.put(List.of());
            return !reporter.reports().isEmpty();
        });
        assertThat(reporter.reports().get(0).record()).isSameAs(original);
        assertThat(reporter.reports().get(0).thread()).isSameAs(Thread.currentThread());
    }

    @Test
    void a_rejected_record_does_not_block_the_next_one_of_that_person() {
        engine = engine(settings(true, 1, Duration.ZERO));
        platform.behave(texts -> {
            if (texts.contains("a/1")) {
                throw FakePlatform.failure(Category.REJECT, "B00010");
            }
        });
        engine.put(List.of(record(0, "a/1"), record(1, "a/2")));

        await().until(() -> platform.delivered().equals(List.of("a/2")));
    }

    @Test
    void without_a_dead_letter_topic_a_rejection_stops_the_task_before_anything_of_that_person_follows() {
        context.reportTo(null);
        engine = engine(settings(true, 1, Duration.ZERO));
        platform.behave(texts -> {
            if (texts.contains("a/1")) {
                throw FakePlatform.failure(Category.REJECT, "B00010");
            }
        });
        engine.put(List.of(record(0, "a/1"), record(1, "a/2")));

        awaitFailure()
                .hasMessageContaining("people-0@0")
                .hasMessageContaining("B00010")
                .hasMessageContaining("errors.deadletterqueue.topic.name")
                .hasMessageNotContaining("13800000000");
        assertThat(platform.delivered()).isEmpty();
        assertThat(committed(P0, 2)).isEqualTo(0);
    }

    @Test
    void a_reporter_that_tolerates_nothing_stops_the_task_without_personal_data_in_its_status() {
        engine = engine(settings(false));
        reporter.refuse(
                new ConnectException("Tolerance exceeded in error handler", new RuntimeException("13800000000")));
        platform.behave(texts -> {
            throw FakePlatform.failure(Category.REJECT, "B00010");
        });
        engine.put(List.of(record(0, "a/1")));

        awaitFailure().hasMessageContaining("errors.tolerance").satisfies(failure -> {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain("13800000000");
            }
        });
    }

    @Test
    void what_was_delivered_is_settled_although_refusals_of_the_same_request_stop_the_task() {
        engine = engine(settings(true, 8, Duration.ofMillis(200)));
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < 5; offset++) {
            records.add(record(1, offset, null, "a/refused"));
        }
        records.add(record(0, 0, null, "a/1"));
        engine.put(records);

        awaitFailure().hasMessageContaining("max.consecutive.rejections");
        assertThat(platform.requests()).hasSize(1);
        assertThat(committed(P0, 1)).isEqualTo(1);
        assertThat(committed(P1, 5)).isLessThan(5);
    }

    @Test
    void what_cannot_be_sent_is_set_aside_and_the_rest_shares_a_request() {
        engine = engine(settings(true, 8, Duration.ofMillis(200)));
        engine.put(List.of(record(0, "a/1"), record(1, "a/impossible"), record(2, "a/2")));

        await().until(() -> {
            engine.put(List.of());
            return !reporter.reports().isEmpty();
        });
        assertThat(platform.requests()).containsExactly(List.of("a/1", "a/2"));
        assertThat(reporter.reports().get(0).record().kafkaOffset()).isEqualTo(1);
    }

    @Test
    void nothing_behind_what_cannot_be_sent_leaves_if_the_task_stops_for_it() {
        context.reportTo(null);
        engine = engine(settings(true, 8, Duration.ofMillis(200)));
        engine.put(List.of(record(0, "a/1"), record(1, "a/impossible"), record(2, "a/2")));

        awaitFailure().hasMessageContaining("people-0@1");
        assertThat(platform.requests()).containsExactly(List.of("a/1"));
        assertThat(committed(P0, 3)).isEqualTo(1);
    }

    @Test
    void nothing_behind_what_cannot_be_sent_leaves_if_so_many_in_a_row_stop_the_task() {
        engine = engine(settings(true, 8, Duration.ofMillis(200)));
        List<SinkRecord> records = new ArrayList<>();
        records.add(record(0, "a/1"));
        for (int offset = 1; offset <= 5; offset++) {
            records.add(record(offset, "a/impossible"));
        }
        records.add(record(6, "a/2"));
        engine.put(records);

        awaitFailure().hasMessageContaining("max.consecutive.rejections");
        assertThat(platform.requests()).containsExactly(List.of("a/1"));
        assertThat(committed(P0, 7)).as("some may have been reported").isBetween(1L, 5L);
    }

    @Test
    void an_outage_stops_the_task_with_its_reason_and_drains_nothing() {
        platform.behave(texts -> {
            throw FakePlatform.failure(Category.STOP, "B99999");
        });
        engine.put(List.of(record(0, "a/1"), record(1, "b/1")));

        awaitFailure().hasMessageContaining("B99999");
        assertThat(reporter.reports()).isEmpty();
        assertThat(committed(P0, 2)).isEqualTo(0);
    }

    @Test
    void preCommit_does_not_throw_after_a_failure() {
        platform.behave(texts -> {
            throw new IllegalStateException("a bug");
        });
        engine.put(List.of(record(0, "a/1")));
        awaitFailure().hasMessageContaining("a bug");

        assertThat(committed(P0, 1)).isEqualTo(0);
    }

    @Test
    void a_wrong_setting_stops_the_task_at_once() {
        platform.behave(texts -> {
            throw FakePlatform.failure(Category.REJECT, "B-SETTING");
        });
        engine.put(List.of(record(0, "a/1")));

        awaitFailure().hasMessageContaining("Correct channel.key");
        assertThat(reporter.reports()).isEmpty();
    }

    @Test
    void one_and_the_same_refusal_for_everyone_stops_the_task() {
        platform.behave(texts -> {
            throw FakePlatform.failure(Category.REJECT, "B00010");
        });
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < 50; offset++) {
            records.add(record(offset, "person" + offset + "/1"));
        }
        engine.put(records);

        awaitFailure().hasMessageContaining("max.consecutive.rejections").hasMessageContaining("B00010");
        assertThat(reporter.reports().size()).isLessThan(5);
    }

    @Test
    void records_that_all_fail_to_map_for_one_reason_stop_the_task() {
        assertThatThrownBy(() -> engine.put(List.of(
                        record(0, "unmappable"),
                        record(1, "unmappable"),
                        record(2, "unmappable"),
                        record(3, "unmappable"),
                        record(4, "unmappable"))))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("identity.fields");
        assertThat(reporter.reports()).as("a restart would report them again").isEmpty();
    }

    @Test
    void pauses_when_the_backlog_is_full_and_resumes_when_it_is_worked_off() {
        platform.hang();
        engine.put(twentyPeople());
        assertThat(context.paused()).containsExactlyInAnyOrder(P0, P1);

        platform.answer();
        await().untilAsserted(() -> {
            engine.put(List.of());
            assertThat(context.paused()).isEmpty();
        });
    }

    @Test
    void one_request_that_hangs_holds_up_neither_memory_nor_others() {
        CountDownLatch stuck = new CountDownLatch(1);
        platform.behave(texts -> {
            if (texts.contains("stuck/1")) {
                awaitQuietly(stuck);
            }
        });
        engine.put(List.of(record(0, "stuck/1")));
        for (int offset = 1; offset <= 20_000; offset += 4) {
            engine.put(List.of(
                    record(offset, "a/" + offset),
                    record(offset + 1, "b/" + offset),
                    record(offset + 2, "a/" + (offset + 2)),
                    record(offset + 3, "b/" + (offset + 2))));
            // The pauser looks at all that the task holds, and the framework hands nothing over while it is paused.
            awaitNotPaused();
        }

        await().until(() -> platform.delivered().size() == 20_000);
        assertThat(committed(P0, 20_001)).isEqualTo(0);
        stuck.countDown();
        await().until(() -> committed(P0, 20_001) == 20_001);
    }

    @Test
    void pauses_while_too_many_reports_are_not_confirmed() {
        reporter.confirmLater();
        for (int offset = 0; offset < 20; offset += 2) {
            engine.put(List.of(record(offset, "unmappable"), record(offset + 1, "nothing")));
        }
        assertThat(context.paused()).containsExactlyInAnyOrder(P0, P1);

        reporter.reports().forEach(report -> report.confirmation().complete(null));
        engine.put(List.of());
        assertThat(context.paused()).isEmpty();
    }

    @Test
    void partitions_that_arrive_while_the_backlog_is_full_are_paused_too() {
        context.revoke(P1);
        platform.hang();
        engine.put(twentyPeople());
        context.assign(P1);
        engine.open();

        engine.put(List.of());

        assertThat(context.paused()).containsExactlyInAnyOrder(P0, P1);
    }

    @Test
    void partitions_that_come_back_paused_after_a_rebalance_are_resumed_before_the_next_put() {
        platform.hang();
        engine.put(twentyPeople());
        assertThat(context.paused()).containsExactlyInAnyOrder(P0, P1);

        platform.answer();
        engine.close(List.of(P0, P1));
        context.revoke(P0, P1);
        engine.put(List.of());
        context.assign(P0);
        engine.open();

        assertThat(context.paused()).isEmpty();
    }

    @Test
    void requests_that_always_fail_hold_up_no_others_and_are_rejected_alone() {
        AdaptiveConcurrencyLimit limit = new AdaptiveConcurrencyLimit(4, TimeSource.system());
        platform.limitedBy(limit).behave(SinkEngineTest::refusePoison);
        engine = engine(patient(1), limit::current, TimeSource.system());
        List<SinkRecord> records = peopleOfWhomEveryFifthIsPoison();
        engine.put(records);

        await().until(() -> platform.delivered().size() == 80);
        // Those that came last are the platform's own fault as far as anybody can tell, until something is delivered
        // after them.
        await().until(() -> {
            engine.put(List.of(record(next++, "somebody/" + next)));
            return reporter.reports().size() == 20;
        });
        assertThat(reporter.values()).allMatch(value -> value.toString().endsWith("poison"));
        assertThat(reporter.reports().get(0).error())
                .hasMessageContaining("refused alone")
                .hasMessageContaining("HTTP status 500")
                .hasMessageContaining("people-0@");
        await().untilAsserted(() -> {
            engine.put(List.of());
            assertThat(committed(P0, next)).isEqualTo(next);
        });
    }

    @Test
    void a_poisoned_record_in_a_batch_is_found_by_halves_and_its_companions_arrive() {
        platform.behave(SinkEngineTest::refusePoison);
        engine = engine(patient(8));
        engine.put(List.of(
                record(0, "a/1"), record(1, "a/2"), record(2, "a/3 poison"), record(3, "a/4"), record(4, "b/1")));

        await().until(() -> {
            engine.put(List.of(record(next++, "somebody/" + next)));
            return !reporter.reports().isEmpty();
        });
        await().until(() -> platform.delivered().contains("a/4"));
        assertThat(platform.delivered()).containsSubsequence("a/1", "a/2", "a/4");
        assertThat(reporter.values()).containsExactly("a/3 poison");
    }

    @Test
    void an_outage_however_long_rejects_nothing_and_ends_by_itself() {
        AtomicBoolean outage = new AtomicBoolean(true);
        platform.behave(texts -> {
            if (outage.get()) {
                throw FakePlatform.failure(Category.RETRY, null);
            }
        });
        engine = engine(patient(8));
        engine.put(twentyPeople());
        await().until(() -> platform.requests().size() > 20 * 15);

        outage.set(false);
        await().until(() -> platform.delivered().size() == 20);
        engine.put(List.of());
        assertThat(reporter.reports()).isEmpty();
        assertThat(committed(P0, 20)).isEqualTo(20);
    }

    @Test
    void an_outage_in_which_the_client_has_given_up_a_lookup_is_waited_for() {
        AtomicBoolean outage = new AtomicBoolean(true);
        platform.behave(texts -> {
            if (outage.get()) {
                throw new PlatformException(
                        Category.STOP, "A page.", 200, null, null, null, PlatformException.Origin.OUTAGE);
            }
        });
        engine = engine(patient(8));
        engine.put(List.of(record(0, "a/1")));
        await().until(() -> platform.requests().size() > 15);

        outage.set(false);
        await().until(() -> committed(P0, 1) == 1);
    }

    @Test
    void a_poisoned_record_that_is_the_last_waits_in_sight_until_another_is_accepted_after_it() {
        platform.behave(SinkEngineTest::refusePoison);
        engine = engine(patient(1));
        engine.put(List.of(record(0, "a/1"), record(1, "b/1")));
        await().until(() -> platform.delivered().size() == 2);
        engine.put(List.of(record(2, "c/poison")));
        await().until(() -> platform.requests().size() > 2 + 15);
        engine.put(List.of());

        assertThat(reporter.reports())
                .as("an outage that began after b/1 looks just like this")
                .isEmpty();
        assertThat(metric("OldestUnacknowledged")).isEqualTo("people-0@2");
        assertThat(metric("LastFailure").toString()).contains("HTTP 500");

        engine.put(List.of(record(3, "d/1")));
        await().until(() -> {
            engine.put(List.of());
            return !reporter.reports().isEmpty();
        });
        assertThat(reporter.values()).containsExactly("c/poison");
    }

    @Test
    void the_refusal_with_which_an_outage_ends_stops_nothing() {
        AtomicInteger requests = new AtomicInteger();
        platform.behave(texts -> {
            int number = requests.incrementAndGet();
            if (number <= 20) {
                throw FakePlatform.failure(Category.RETRY, 503, null);
            }
            if (number <= 25) {
                throw FakePlatform.failure(Category.STOP, 404, null);
            }
        });
        engine = engine(patient(1));
        engine.put(List.of(record(0, "a/1")));

        await().until(() -> {
            engine.put(List.of());
            return committed(P0, 1) == 1;
        });
        assertThat(reporter.reports()).isEmpty();
    }

    @Test
    void what_outlasts_max_retries_stops_the_task_and_names_the_option_however_many_share_a_request() {
        platform.behave(texts -> {
            throw FakePlatform.failure(Category.RETRY, null);
        });
        for (int batchSize : new int[] {1, 8}) {
            engine = engine(settings(
                    true,
                    batchSize,
                    Duration.ofMillis(20),
                    1_000,
                    new EngineSettings.Backlog(10_000, 1_000_000, 100_000),
                    new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(5))));
            engine.put(List.of(record(0, "a/1"), record(1, "a/2")));

            awaitFailure()
                    .hasMessageContaining("HTTP 500")
                    .hasMessageContaining("sent 4 times")
                    .hasMessageContaining("max.retries (3)")
                    .hasMessageContaining("-1");
        }
        assertThat(reporter.reports()).isEmpty();
    }

    @Test
    void a_list_that_cannot_be_read_rejects_nobody_though_others_are_accepted() {
        AtomicBoolean isListed = new AtomicBoolean();
        platform.behave(texts -> {
            if (texts.get(0).endsWith("/unknown") && !isListed.get()) {
                throw new LookupFailedException(FakePlatform.failure(Category.RETRY, null));
            }
        });
        engine = engine(patient(1));
        engine.put(List.of(record(0, "a/unknown")));
        await().until(() -> {
            engine.put(List.of(record(next++, "somebody/" + next)));
            return platform.requests().stream()
                            .filter(request -> request.contains("a/unknown"))
                            .count()
                    > 30;
        });
        assertThat(reporter.reports()).isEmpty();

        isListed.set(true);
        await().until(() -> platform.delivered().contains("a/unknown"));
    }

    @Test
    void a_list_that_is_refused_ten_times_stops_the_task_whatever_else_is_accepted() {
        platform.behave(texts -> {
            if (texts.get(0).endsWith("/unknown")) {
                throw new LookupFailedException(FakePlatform.failure(Category.STOP, 403, null));
            }
        });
        engine = engine(patient(1));
        engine.put(List.of(record(0, "a/unknown")));

        Throwable[] failure = new Throwable[1];
        await().until(() -> {
            try {
                engine.put(List.of(record(next++, "somebody/" + next)));
                return false;
            } catch (ConnectException thrown) {
                failure[0] = thrown;
                return true;
            }
        });
        assertThat(failure[0]).hasMessageContaining("HTTP 403").hasMessageContaining("sent 10 times");
        assertThat(reporter.reports()).isEmpty();
    }

    @Test
    void a_batch_that_only_an_outage_refuses_stays_whole_but_for_one() {
        AtomicBoolean outage = new AtomicBoolean(true);
        platform.behave(texts -> {
            if (outage.get()) {
                throw FakePlatform.failure(Category.RETRY, null);
            }
        });
        engine = engine(patient(8));
        List<SinkRecord> records = new ArrayList<>();
        for (int person = 0; person < 6; person++) {
            for (int number = 0; number < 8; number++) {
                records.add(record(records.size(), "person" + person + "/" + number));
            }
        }
        engine.put(records);
        await().until(() -> platform.requests().size() > 6 * 40);
        outage.set(false);

        await().until(() -> platform.delivered().size() == 48);
        assertThat(platform.requests().stream()
                        .filter(request -> request.size() == 8)
                        .map(request -> request.get(0))
                        .distinct())
                .hasSize(6);
        assertThat(platform.requests().stream()
                        .filter(request -> request.size() < 8)
                        .map(request -> request.get(0).split("/")[0])
                        .distinct())
                .as("one is tried in parts, to find out whether its records are to blame")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_request_that_the_platform_calls_wrong_stops_the_task_if_nothing_else_is_accepted() {
        platform.behave(texts -> {
            throw FakePlatform.failure(Category.STOP, 403, null);
        });
        engine = engine(patient(8));
        engine.put(twentyPeople());

        awaitFailure().hasMessageContaining("HTTP 403").hasMessageContaining("no other record was accepted");
        assertThat(reporter.reports()).isEmpty();
        assertThat(committed(P0, 20)).isEqualTo(0);
    }

    @Test
    void a_record_that_alone_is_forbidden_is_rejected() {
        CountDownLatch refused = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(1);
        CountDownLatch accepted = new CountDownLatch(1);
        platform.behave(texts -> {
            if (texts.get(0).endsWith("poison")) {
                if (refused.getCount() == 0) {
                    again.countDown();
                    awaitQuietly(accepted);
                }
                refused.countDown();
                throw FakePlatform.failure(Category.STOP, 403, null);
            }
        });
        engine = engine(patient(1));
        engine.put(List.of(record(0, "a/poison")));
        awaitQuietly(again);
        engine.put(List.of(record(1, "b/1")));
        await().until(() -> platform.delivered().contains("b/1"));
        accepted.countDown();

        await().until(() -> {
            engine.put(List.of());
            return !reporter.reports().isEmpty();
        });
        assertThat(reporter.reports().get(0).error()).hasMessageContaining("HTTP status 403");
    }

    @Test
    void whatever_mapping_throws_rejects_the_record_without_its_values() {
        engine.put(List.of(record(0, "unforeseen"), record(1, "a/1")));

        assertThat(reporter.values()).containsExactly("unforeseen");
        assertThat(reporter.reports().get(0).error())
                .hasMessageContaining("people-0@0")
                .hasMessageContaining("ArithmeticException")
                .hasMessageNotContaining("13800000000")
                .hasNoCause();
        await().until(() -> committed(P0, 2) == 2);
    }

    @Test
    void a_refusal_that_stops_the_task_while_its_partition_leaves_is_not_forgotten() {
        context.reportTo(null);
        engine = engine(settings(true, 1, Duration.ZERO));
        platform.hang().behave(texts -> {
            throw FakePlatform.failure(Category.REJECT, "B00010");
        });
        engine.put(List.of(record(1, 0, null, "b/1")));
        await().until(() -> platform.requests().size() == 1);
        platform.answer();
        await().until(() ->
                platform.threads().stream().noneMatch(thread -> thread.getState() == Thread.State.RUNNABLE));
        engine.close(List.of(P1));
        context.revoke(P1);

        awaitFailure().hasMessageContaining("people-1@0").hasMessageContaining("errors.deadletterqueue.topic.name");
    }

    @Test
    void a_refusal_after_close_is_nobodys() {
        platform.hang().behave(texts -> {
            throw FakePlatform.failure(Category.REJECT, "B00010");
        });
        engine.put(List.of(record(0, "a/1")));
        await().until(() -> platform.requests().size() == 1);
        Thread closing = Thread.currentThread();
        new Thread(() -> {
                    await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
                    platform.answer();
                })
                .start();
        engine.close(List.of(P0));
        context.revoke(P0);

        // The next answer comes after that one was dealt with, by the same rules.
        platform.behave(texts -> {});
        engine.put(List.of(record(1, 0, null, "a/2")));
        await().until(() -> committed(P1, 1) == 1);
        engine.put(List.of());
        assertThat(reporter.reports()).isEmpty();
    }

    @Test
    void close_does_not_wait_for_what_backs_off() {
        platform.behave(texts -> {
            throw FakePlatform.failure(Category.RETRY, null);
        });
        RetryPolicy late = RetryPolicy.withoutEnd(Duration.ofDays(1), Duration.ofDays(1));
        engine = engine(settings(true, 1, Duration.ZERO, 5, new EngineSettings.Backlog(10, 1_000, 1_000), late));
        engine.put(List.of(record(0, "a/1")));
        await().until(() -> platform.requests().size() == 1);
        engine.close(List.of(P0));

        platform.behave(texts -> {});
        engine.put(List.of(record(0, "a/1")));
        await().until(() -> platform.delivered().equals(List.of("a/1")));
    }

    @Test
    void nothing_leaves_while_the_framework_is_silent_nor_before_it_is_sure_of_its_partitions() {
        FakeTime time = new FakeTime();
        engine = engine(patient(1), () -> 4, time);
        platform.hang();
        engine.put(List.of(record(0, "a/1"), record(1, "a/2")));
        await().until(() -> platform.requests().size() == 1);
        time.advance(Duration.ofSeconds(11));
        platform.answer();
        await().until(() -> platform.delivered().size() == 1);

        engine.put(List.of());
        time.advance(Duration.ofSeconds(4));
        engine.put(List.of());
        // That nothing leaves can only be seen for a while.
        await().during(Duration.ofMillis(500)).until(() -> platform.requests().size() == 1);

        time.advance(Duration.ofSeconds(1));
        engine.put(List.of());
        await().until(() -> platform.delivered().equals(List.of("a/1", "a/2")));
    }

    @Test
    void a_partition_is_paused_when_too_much_of_it_would_come_again() {
        CountDownLatch stuck = new CountDownLatch(1);
        platform.behave(texts -> {
            if (texts.contains("stuck/1")) {
                awaitQuietly(stuck);
            }
        });
        engine = engine(settings(true, 1, Duration.ZERO, 5, new EngineSettings.Backlog(1_000, 1_000_000, 15), SOON));
        engine.put(List.of(record(0, "stuck/1")));
        engine.put(twentyPeople().subList(1, 20));

        assertThat(context.paused()).containsExactly(P0);
        stuck.countDown();
        await().untilAsserted(() -> {
            engine.put(List.of());
            assertThat(context.paused()).isEmpty();
        });
    }

    @Test
    void pauses_when_what_it_holds_is_too_large() {
        engine = engine(settings(true, 1, Duration.ZERO, 5, new EngineSettings.Backlog(1_000, 10_000, 1_000), SOON));
        platform.hang();
        engine.put(List.of(record(0, "a/" + "x".repeat(10_000))));

        assertThat(context.paused()).containsExactlyInAnyOrder(P0, P1);
        platform.answer();
        await().untilAsserted(() -> {
            engine.put(List.of());
            assertThat(context.paused()).isEmpty();
        });
    }

    @Test
    void a_hundred_records_skipped_in_a_row_stop_the_task_with_converter_and_fields() {
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < 99; offset++) {
            records.add(record(offset, "skipped"));
        }
        engine.put(records);
        engine.put(List.of(record(99, "a/1")));
        await().until(() -> committed(P0, 100) == 100);
        engine.put(records);

        assertThatThrownBy(() -> engine.put(List.of(record(99, "skipped"))))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("100 records in a row")
                .hasMessageContaining("value.converter (JsonConverter)")
                .hasMessageContaining("tag.fields");
    }

    private static void refusePoison(List<String> texts) {
        if (texts.stream().anyMatch(text -> text.endsWith("poison"))) {
            throw FakePlatform.failure(Category.RETRY, null);
        }
    }

    private static List<SinkRecord> peopleOfWhomEveryFifthIsPoison() {
        return IntStream.range(0, 100)
                .mapToObj(offset -> record(offset, "person" + offset + (offset % 5 == 3 ? "/poison" : "/1")))
                .toList();
    }

    @Test
    void close_drops_what_is_queued_and_waits_for_what_is_in_flight() {
        engine = engine(settings(true, 1, Duration.ZERO));
        platform.hang();
        engine.put(List.of(record(0, 0, null, "a/1"), record(0, 1, null, "a/2"), record(1, 0, null, "b/1")));
        await().until(() -> platform.requests().size() == 2);
        Thread closing = Thread.currentThread();
        new Thread(() -> {
                    await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
                    platform.answer();
                })
                .start();

        engine.close(List.of(P0));

        assertThat(platform.delivered()).contains("a/1");
        await().until(() -> platform.delivered().contains("b/1"));
        assertThat(platform.delivered()).doesNotContain("a/2");
        assertThat(committed(P0, 7)).as("forgotten").isEqualTo(7);
    }

    @Test
    void close_does_not_wait_longer_than_three_seconds_and_cancels_the_call() {
        platform.hang();
        engine.put(List.of(record(0, "a/1")));
        await().until(() -> platform.requests().size() == 1);

        long start = System.nanoTime();
        engine.close(List.of(P0));
        // The call would last for ever. No upper limit: the machine may be busy.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));

        // The record comes again, to this very task: the abandoned call must not hold it up.
        engine.put(List.of(record(0, "a/1")));
        await().until(() -> platform.requests().size() == 2);
    }

    @Test
    void a_batch_shared_with_a_lost_partition_still_delivers_the_rest() {
        engine = engine(settings(true, 8, Duration.ofMillis(50)));
        platform.hang();
        engine.put(List.of(record(0, 0, null, "a/1"), record(1, 0, null, "a/2")));
        await().until(() -> platform.requests().size() == 1);

        engine.close(List.of(P0));
        platform.answer();

        await().untilAsserted(() -> assertThat(committed(P1, 1)).isEqualTo(1));
        assertThat(platform.requests()).containsExactly(List.of("a/1", "a/2"), List.of("a/2"));
    }

    @Test
    void stop_ends_hung_requests_within_a_second() {
        platform.hang();
        engine.put(List.of(record(0, "a/1"), record(1, "b/1")));
        await().until(() -> platform.requests().size() == 2);

        engine.stop();

        assertThat(platform.isClosed()).isTrue();
        platform.threads().forEach(thread -> assertThat(thread.isAlive()).isFalse());
    }

    @Test
    void request_threads_are_daemons_that_log_under_the_connectors_name() {
        MDC.put("connector.context", "[linkflow|task-0] ");
        try {
            engine = engine(settings(true));
        } finally {
            MDC.clear();
        }
        List<String> contexts = new ArrayList<>();
        platform.behave(texts -> contexts.add(MDC.get("connector.context")));
        engine.put(List.of(record(0, "a/1")));

        await().until(() -> committed(P0, 1) == 1);
        assertThat(platform.threads()).allMatch(Thread::isDaemon);
        assertThat(contexts).containsExactly("[linkflow|task-0] ");
    }

    @Test
    void offsets_are_those_of_the_original_topic() {
        SinkRecord renamed = record(5, "a/1").newRecord("renamed", 7, null, null, null, "a/1", null);
        platform.hang();
        engine.put(List.of(renamed));

        assertThat(committed(P0, 6)).isEqualTo(5);
    }

    private static List<SinkRecord> twentyPeople() {
        return IntStream.range(0, 20)
                .mapToObj(offset -> record(offset, "person" + offset + "/1"))
                .toList();
    }

    /** Of the last engine, which has the first number that was free. */
    private static Object metric(String attribute) {
        try {
            return ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(
                            new ObjectName("io.martech.connect:type=sink,connector=\"people-sink\",task=0"), attribute);
        } catch (JMException missing) {
            throw new AssertionError(missing);
        }
    }

    private long committed(TopicPartition partition, long offered) {
        return engine.preCommit(Map.of(partition, new OffsetAndMetadata(offered)))
                .get(partition)
                .offset();
    }

    private void awaitNotPaused() {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> {
            engine.put(List.of());
            return context.paused().isEmpty();
        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> awaitFailure() {
        Throwable[] failure = new Throwable[1];
        await().until(() -> {
            try {
                engine.put(List.of());
                return false;
            } catch (ConnectException thrown) {
                failure[0] = thrown;
                return true;
            }
        });
        return assertThat(failure[0]);
    }

    private SinkEngine<String> engine(EngineSettings settings) {
        if (engine != null) {
            engine.stop();
        }
        FakePlatform fresh = platform.reopened();
        return new SinkEngine<>(new TextOperation(), fresh, () -> 4, context, settings, TimeSource.system());
    }

    private SinkEngine<String> engine(EngineSettings settings, IntSupplier limit, TimeSource time) {
        engine.stop();
        return new SinkEngine<>(new TextOperation(), platform.reopened(), limit, context, settings, time);
    }

    private static EngineSettings settings(boolean toleratesRejections) {
        return settings(toleratesRejections, 10, Duration.ZERO);
    }

    private static EngineSettings settings(boolean toleratesRejections, int batchSize, Duration linger) {
        return settings(
                toleratesRejections, batchSize, linger, 5, new EngineSettings.Backlog(10, 1_000_000, 100_000), SOON);
    }

    private static EngineSettings patient(int batchSize) {
        return settings(
                true,
                batchSize,
                Duration.ofMillis(20),
                1_000,
                new EngineSettings.Backlog(10_000, 1_000_000, 100_000),
                SOON);
    }

    private static EngineSettings settings(
            boolean toleratesRejections,
            int batchSize,
            Duration linger,
            int maxConsecutiveRejections,
            EngineSettings.Backlog backlog,
            RetryPolicy retry) {
        return new EngineSettings(
                "people-sink",
                new BatchBounds(batchSize, 1_000_000, linger),
                4,
                maxConsecutiveRejections,
                backlog,
                retry,
                EngineSettings.Codes.NONE,
                toleratesRejections,
                Ordering.BOTH,
                "value.converter (JsonConverter)");
    }
}

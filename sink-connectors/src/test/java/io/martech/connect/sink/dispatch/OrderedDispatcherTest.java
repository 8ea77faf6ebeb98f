package io.martech.connect.sink.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.martech.connect.client.TimeSource;
import io.martech.connect.sink.engine.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OrderedDispatcherTest {

    private static final Duration MOMENT = Duration.ofMillis(50);

    private final FakeTime time = new FakeTime();
    private final AtomicInteger limit = new AtomicInteger(10);
    private OrderedDispatcher<String> dispatcher = dispatcher(10, Duration.ZERO, time);

    @Test
    void unrelated_items_leave_at_once_in_order_of_arrival() {
        add("1", "a");
        add("2", "b");

        assertThat(items(dispatcher.take())).containsExactly("1");
        assertThat(items(dispatcher.take())).containsExactly("2");
    }

    @Test
    void an_item_waits_until_the_one_that_it_conflicts_with_is_finished() {
        add("1", "a");
        Batch<String> first = dispatcher.take();
        add("2", "a");
        assertNothingToTake();

        dispatcher.release(first);
        assertNothingToTake();

        first.tickets().forEach(dispatcher::finish);
        assertThat(items(dispatcher.take())).containsExactly("2");
    }

    @Test
    void an_item_waits_for_every_earlier_conflict_not_only_for_the_last() {
        add("1", "a");
        add("2", "b");
        add("3", "a", "b");
        Batch<String> first = dispatcher.take();
        Batch<String> second = dispatcher.take();
        finish(second);
        assertNothingToTake();

        finish(first);
        assertThat(items(dispatcher.take())).containsExactly("3");
    }

    @Test
    void an_item_never_overtakes_one_that_is_itself_waiting() {
        add("1", "a");
        add("2", "a", "b");
        add("3", "b");
        Batch<String> first = dispatcher.take();
        assertNothingToTake();

        finish(first);
        assertThat(items(dispatcher.take())).containsExactly("2");
        assertNothingToTake();
    }

    @Test
    void no_more_batches_are_out_than_the_limit_says_when_it_is_asked() {
        limit.set(1);
        add("1", "a");
        add("2", "b");
        add("3", "c");
        Batch<String> first = dispatcher.take();
        assertNothingToTake();

        limit.set(2);
        assertThat(items(dispatcher.take())).containsExactly("2");
        assertNothingToTake();

        dispatcher.release(first);
        assertThat(items(dispatcher.take())).containsExactly("3");
    }

    @Test
    void a_batch_holds_what_one_batch_key_has_waiting_up_to_its_size() {
        dispatcher = dispatcher(3, Duration.ZERO, time);
        for (int i = 1; i <= 5; i++) {
            add(String.valueOf(i), "a");
        }

        Batch<String> first = dispatcher.take();
        assertThat(items(first)).containsExactly("1", "2", "3");
        finish(first);
        assertThat(items(dispatcher.take())).containsExactly("4", "5");
    }

    @Test
    void items_of_other_batch_keys_do_not_join_and_nothing_jumps_over_them() {
        add("1", "a");
        addTo("b's", "2", "a");
        add("3", "a");

        Batch<String> first = dispatcher.take();
        assertThat(items(first)).containsExactly("1");
        finish(first);
        Batch<String> second = dispatcher.take();
        assertThat(items(second)).containsExactly("2");
        finish(second);
        assertThat(items(dispatcher.take())).containsExactly("3");
    }

    @Test
    void unrelated_items_of_one_batch_key_share_a_batch() {
        addTo("everyone", "1", "a");
        addTo("everyone", "2", "b");

        assertThat(items(dispatcher.take())).containsExactly("1", "2");
    }

    @Test
    void an_item_lingers_for_company_and_leaves_when_its_time_is_up() {
        dispatcher = dispatcher(3, Duration.ofMillis(5), time);
        add("1", "a");
        assertNothingToTake();

        time.advance(Duration.ofMillis(4));
        add("2", "a");
        assertNothingToTake();

        time.advance(Duration.ofMillis(1));
        assertThat(items(dispatcher.take())).containsExactly("1", "2");
    }

    @Test
    void a_full_batch_does_not_linger() {
        dispatcher = dispatcher(2, Duration.ofHours(1), time);
        add("1", "a");
        add("2", "a");

        assertThat(items(dispatcher.take())).containsExactly("1", "2");
    }

    @Test
    void what_has_waited_for_a_conflict_has_lingered_enough() {
        dispatcher = dispatcher(2, Duration.ofMillis(5), time);
        add("1", "a");
        add("2", "a");
        Batch<String> first = dispatcher.take();
        add("3", "a");
        time.advance(Duration.ofMillis(5));
        finish(first);

        assertThat(items(dispatcher.take())).containsExactly("3");
    }

    @Test
    void those_that_conflict_share_a_batch_only_if_they_have_the_same_merge_key() {
        dispatcher.add("1", Set.of("a"), "all", "A", 1);
        dispatcher.add("2", Set.of("b"), "all", "B", 1);
        dispatcher.add("3", Set.of("a"), "all", "A", 1);
        dispatcher.add("4", Set.of("a"), "all", "another A", 1);
        dispatcher.add("5", Set.of("a", "b"), "all", "A", 1);

        Batch<String> first = dispatcher.take();
        assertThat(items(first)).containsExactly("1", "2", "3");
        assertNothingToTake();
        finish(first);
        Batch<String> second = dispatcher.take();
        assertThat(items(second)).containsExactly("4");
        finish(second);
        assertThat(items(dispatcher.take())).containsExactly("5");
    }

    @Test
    void a_thread_that_waits_wakes_up_when_lingering_ends() throws Exception {
        OrderedDispatcher<String> real = dispatcher(3, MOMENT, io.martech.connect.client.TimeSource.system());
        CompletableFuture<Batch<String>> taken = CompletableFuture.supplyAsync(real::take);
        real.add("1", Set.of("a"), "a", "a", 1);

        assertThat(items(taken.get())).containsExactly("1");
    }

    @Test
    void cancelled_items_are_dropped_without_letting_later_ones_pass_earlier_ones() {
        add("1", "a");
        add("2 unwanted", "a", "b");
        add("3", "b");
        Batch<String> first = dispatcher.take();

        dispatcher.cancel(item -> item.endsWith("unwanted"));

        assertNothingToTake();
        assertThat(dispatcher.size()).isEqualTo(3);
        finish(first);
        assertThat(items(dispatcher.take())).containsExactly("3");
        assertThat(dispatcher.size()).isEqualTo(1);
    }

    @Test
    void a_whole_chain_is_cancelled_however_long() {
        for (int i = 0; i < 100_000; i++) {
            add("unwanted", "a", "b");
        }
        add("wanted", "b");

        dispatcher.cancel(item -> item.equals("unwanted"));

        assertThat(items(dispatcher.take())).containsExactly("wanted");
        assertThat(dispatcher.size()).isEqualTo(1);
    }

    @Test
    void waiting_for_what_is_on_the_wire_ends_with_it_or_with_the_time() throws InterruptedException {
        add("1", "a");
        Batch<String> first = dispatcher.take();
        assertThat(dispatcher.awaitNoneOnTheWire(item -> item.equals("1"), MOMENT))
                .as("taken, and not sent yet")
                .isTrue();
        assertThat(dispatcher.enterWire(first)).isTrue();
        assertThat(dispatcher.awaitNoneOnTheWire(item -> item.equals("1"), MOMENT))
                .isFalse();
        assertThat(dispatcher.awaitNoneOnTheWire(item -> item.equals("2"), MOMENT))
                .isTrue();

        dispatcher.leaveWire(first);
        assertThat(dispatcher.awaitNoneOnTheWire(item -> item.equals("1"), MOMENT))
                .isTrue();
    }

    @Test
    void nothing_leaves_after_a_halt_and_takers_go_home_after_a_close() throws Exception {
        add("1", "a");
        dispatcher.halt();
        CompletableFuture<Batch<String>> taken = CompletableFuture.supplyAsync(dispatcher::take);
        assertThatCode(() -> taken.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);

        dispatcher.close();
        assertThat(taken.get()).isNull();
    }

    @Test
    void an_interrupt_meant_for_an_earlier_batch_does_not_end_a_taker() throws Exception {
        Thread taker = new Thread(() -> {
            Thread.currentThread().interrupt();
            dispatcher.take();
        });
        taker.start();
        add("1", "a");

        taker.join();
        assertThat(taker.isAlive()).isFalse();
        assertNothingToTake();
    }

    @Test
    void finished_items_leave_nothing_behind() {
        for (int i = 0; i < 1_000; i++) {
            add("item", "a" + i, "everyone");
            finish(dispatcher.take());
        }

        assertThat(dispatcher.size()).isZero();
        assertThat(dispatcher)
                .extracting("order.latest")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .isEmpty();
        assertThat(dispatcher)
                .extracting("accumulator.batchKeys")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .isEmpty();
    }

    @Test
    void a_batch_in_back_off_occupies_no_place_and_holds_up_only_its_conflicts() {
        limit.set(1);
        add("1", "a");
        add("2", "a");
        add("3", "b");
        Batch<String> first = dispatcher.take();
        assertThat(items(first)).containsExactly("1", "2");

        dispatcher.retryAfter(first, Duration.ofSeconds(1));
        add("4", "a");
        Batch<String> other = dispatcher.take();
        assertThat(items(other)).containsExactly("3");
        finish(other);
        assertNothingToTake();

        time.advance(Duration.ofSeconds(1));
        assertThat(dispatcher.take()).isSameAs(first);
        finish(first);
        assertThat(items(dispatcher.take())).containsExactly("4");
    }

    @Test
    void the_back_off_that_ends_first_is_over_first_and_a_thread_wakes_up_for_it() throws Exception {
        OrderedDispatcher<String> real = dispatcher(3, Duration.ZERO, io.martech.connect.client.TimeSource.system());
        real.add("1", Set.of("a"), "a", "a", 1);
        real.add("2", Set.of("b"), "b", "b", 1);
        Batch<String> first = real.take();
        Batch<String> second = real.take();
        CompletableFuture<Batch<String>> taken = CompletableFuture.supplyAsync(real::take);
        real.retryAfter(first, Duration.ofHours(1));
        real.retryAfter(second, MOMENT);

        assertThat(taken.get(10, TimeUnit.SECONDS)).isSameAs(second);
    }

    @Test
    void what_becomes_due_while_a_taker_looks_is_handed_out_all_the_same() throws Exception {
        // The clock moves on whenever it is read, so that a back-off ends between any two looks at it.
        FakeTime clock = new FakeTime();
        TimeSource moving = new TimeSource() {
            @Override
            public Instant now() {
                return clock.now();
            }

            @Override
            public long nanoTime() {
                clock.advance(Duration.ofNanos(1));
                return clock.nanoTime();
            }

            @Override
            public void sleep(Duration duration) {
                clock.advance(duration);
            }
        };
        for (int backOff = 0; backOff < 10; backOff++) {
            dispatcher = dispatcher(10, Duration.ZERO, moving);
            add("1", "a");
            Batch<String> first = dispatcher.take();
            dispatcher.retryAfter(first, Duration.ofNanos(backOff));

            assertThat(CompletableFuture.supplyAsync(dispatcher::take)).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void what_lingers_does_not_wait_for_the_back_off_of_another() throws Exception {
        AtomicInteger looksOfTheWatcher = new AtomicInteger();
        TimeSource clock = new TimeSource() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanoTime() {
                if (Thread.currentThread().getName().equals("watcher")) {
                    looksOfTheWatcher.incrementAndGet();
                }
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) {
                throw new UnsupportedOperationException("The dispatcher waits for conditions, it never sleeps");
            }
        };
        dispatcher = dispatcher(10, MOMENT, clock);
        add("1", "a");
        Batch<String> first = dispatcher.take();
        dispatcher.retryAfter(first, Duration.ofHours(1));
        BlockingQueue<Batch<String>> taken = new LinkedBlockingQueue<>();
        Thread watcher = taker("watcher", taken, Thread.State.TIMED_WAITING);
        taker("sleeper", taken, Thread.State.WAITING);
        // The watcher is woken and lies down again, so that the other one has slept for longer and is the next to be
        // woken.
        int looks = looksOfTheWatcher.get();
        dispatcher.release(first);
        await().until(() -> looksOfTheWatcher.get() > looks && watcher.getState() == Thread.State.TIMED_WAITING);

        add("2", "b");

        Batch<String> second = taken.poll(30, TimeUnit.SECONDS);
        dispatcher.close();
        assertThat(second).isNotNull();
        assertThat(items(second)).containsExactly("2");
    }

    private Thread taker(String name, BlockingQueue<Batch<String>> taken, Thread.State asleep) {
        Thread taker = new Thread(
                () -> {
                    Batch<String> batch = dispatcher.take();
                    if (batch != null) {
                        taken.add(batch);
                    }
                },
                name);
        taker.start();
        await().until(() -> taker.getState() == asleep);
        return taker;
    }

    @Test
    void what_is_cancelled_during_its_back_off_is_handed_out_at_once() {
        add("1 unwanted", "a");
        Batch<String> first = dispatcher.take();
        dispatcher.retryAfter(first, Duration.ofHours(1));
        assertNothingToTake();

        dispatcher.cancel(item -> item.endsWith("unwanted"));

        assertThat(dispatcher.take()).isSameAs(first);
        assertThat(dispatcher.enterWire(first))
                .as("a cancelled request must not leave")
                .isFalse();
    }

    @Test
    void a_batch_holds_no_more_bytes_than_it_may_and_a_larger_item_leaves_alone() {
        dispatcher = new OrderedDispatcher<>(limit::get, () -> true, new BatchBounds(10, 100, Duration.ZERO), time);
        for (int size : List.of(60, 40, 1, 250, 3)) {
            dispatcher.add(String.valueOf(size), Set.of("a"), "a", "a", size);
        }
        assertThat(dispatcher.bytes()).isEqualTo(354);

        for (List<String> expected : List.of(List.of("60", "40"), List.of("1"), List.of("250"), List.of("3"))) {
            Batch<String> batch = dispatcher.take();
            assertThat(items(batch)).isEqualTo(expected);
            finish(batch);
        }
        assertThat(dispatcher.bytes()).isZero();
    }

    @Test
    void nothing_leaves_while_it_must_not() {
        AtomicBoolean mayLeave = new AtomicBoolean(true);
        dispatcher = new OrderedDispatcher<>(limit::get, mayLeave::get, new BatchBounds(1, 100, Duration.ZERO), time);
        add("1", "a");
        add("2", "b");
        Batch<String> first = dispatcher.take();
        mayLeave.set(false);
        assertThat(dispatcher.enterWire(first)).isFalse();
        assertNothingToTake();

        mayLeave.set(true);
        assertThat(dispatcher.enterWire(first)).isTrue();
        assertThat(items(dispatcher.take())).containsExactly("2");
    }

    private OrderedDispatcher<String> dispatcher(int batchSize, Duration linger, TimeSource clock) {
        return new OrderedDispatcher<>(
                limit::get, () -> true, new BatchBounds(batchSize, Long.MAX_VALUE, linger), clock);
    }

    private void add(String item, String... conflicts) {
        addTo(List.of(conflicts), item, conflicts);
    }

    private void addTo(Object batchKey, String item, String... conflicts) {
        dispatcher.add(item, Set.<Object>of((Object[]) conflicts), batchKey, batchKey, 1);
    }

    private void finish(Batch<String> batch) {
        batch.tickets().forEach(dispatcher::finish);
        dispatcher.release(batch);
    }

    // The dispatcher says what a taker would find; a real taker would wait.
    private void assertNothingToTake() {
        assertThat(dispatcher.hasSomethingToTake()).isFalse();
    }

    private static List<String> items(Batch<String> batch) {
        List<String> items = new ArrayList<>();
        batch.tickets().forEach(ticket -> items.add(ticket.item()));
        return items;
    }
}

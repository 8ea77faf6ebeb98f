package io.martech.connect.sink.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random people with random sets of identities, many threads, a limit that moves: what must always hold. */
class OrderedDispatcherPropertyTest {

    private static final int ITEMS = 4_000;
    private static final int THREADS = 8;

    /** One record: its number is its place in the order of arrival. */
    private record Item(int number, Set<Object> identities) {}

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>(List.of(1L, 2L, 3L, 4L, 5L, 6L));
        seeds.add(ThreadLocalRandom.current().nextLong());
        return seeds;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void order_per_identity_is_kept_and_no_two_conflicting_batches_are_ever_in_flight(long seed) throws Exception {
        Random random = new Random(seed);
        int batchSize = 1 + random.nextInt(10);
        int people = 1 + random.nextInt(200);
        Duration linger = Duration.ofMillis(random.nextInt(3));
        int ceiling = 1 + random.nextInt(THREADS);
        AtomicInteger limit = new AtomicInteger(ceiling);
        IntSupplier movingLimit = () -> limit.updateAndGet(now -> 1 + (now % ceiling));
        OrderedDispatcher<Item> dispatcher = new OrderedDispatcher<>(
                movingLimit, () -> true, new BatchBounds(batchSize, Long.MAX_VALUE, linger), TimeSource.system());
        Platform platform = new Platform(ceiling, batchSize);
        CountDownLatch finished = new CountDownLatch(ITEMS);
        List<Thread> threads = startTakers(dispatcher, platform, finished, seed);

        List<Item> items = new ArrayList<>();
        for (int number = 0; number < ITEMS; number++) {
            Item item = new Item(number, identities(random, people));
            items.add(item);
            dispatcher.add(item, item.identities(), item.identities(), item.identities(), 1);
        }

        finished.await();
        dispatcher.close();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(platform.faults).isEmpty();
        assertThat(dispatcher.size()).isZero();
        Map<Object, List<Integer>> expected = new HashMap<>();
        items.forEach(item -> item.identities()
                .forEach(identity -> expected.computeIfAbsent(identity, none -> new ArrayList<>())
                        .add(item.number())));
        assertThat(platform.received).isEqualTo(expected);
    }

    private static Set<Object> identities(Random random, int people) {
        Set<Object> identities = new HashSet<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            // A few people have most of the records.
            identities.add(random.nextBoolean() ? random.nextInt(1 + people / 20) : random.nextInt(people));
        }
        return identities;
    }

    private static List<Thread> startTakers(
            OrderedDispatcher<Item> dispatcher, Platform platform, CountDownLatch finished, long seed) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random own = new Random(seed + i);
            Thread thread = new Thread(() -> {
                for (Batch<Item> batch = dispatcher.take(); batch != null; batch = dispatcher.take()) {
                    List<Item> items =
                            batch.tickets().stream().map(QueuedRecord::item).toList();
                    platform.receive(items);
                    LockSupport.parkNanos(own.nextInt(200_000));
                    platform.forget(items);
                    List<QueuedRecord<Item>> tickets = new ArrayList<>(batch.tickets());
                    if (own.nextBoolean()) {
                        dispatcher.release(batch);
                        tickets.forEach(dispatcher::finish);
                    } else {
                        tickets.forEach(dispatcher::finish);
                        dispatcher.release(batch);
                    }
                    items.forEach(item -> finished.countDown());
                }
            });
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    /** Notes what arrives for each identity, and complains about what must not happen. */
    private static final class Platform {

        private final Map<Object, List<Integer>> received = new HashMap<>();
        private final Set<Object> busy = new HashSet<>();
        private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
        private final int ceiling;
        private final int batchSize;
        private int inFlight;

        private Platform(int ceiling, int batchSize) {
            this.ceiling = ceiling;
            this.batchSize = batchSize;
        }

        private synchronized void receive(List<Item> items) {
            if (++inFlight > ceiling) {
                faults.add(inFlight + " in flight");
            }
            if (items.size() > batchSize) {
                faults.add("a batch of " + items.size());
            }
            if (items.stream().map(Item::identities).distinct().count() > 1) {
                faults.add("two people in one batch: " + items);
            }
            Set<Object> identities = items.get(0).identities();
            if (!Collections.disjoint(busy, identities)) {
                faults.add("in flight twice: " + items);
            }
            busy.addAll(identities);
            items.forEach(item -> item.identities()
                    .forEach(identity -> received.computeIfAbsent(identity, none -> new ArrayList<>())
                            .add(item.number())));
        }

        private synchronized void forget(List<Item> items) {
            busy.removeAll(items.get(0).identities());
            inFlight--;
        }
    }
}

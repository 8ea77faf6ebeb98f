package io.martech.connect.source.engine;

import static io.martech.connect.source.engine.Readings.at;
import static io.martech.connect.source.engine.Readings.chunk;
import static io.martech.connect.source.engine.Readings.reader;
import static io.martech.connect.source.engine.Readings.reading;
import static io.martech.connect.source.engine.Readings.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.linkflow.FakeClient;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class SourceEngineTest {

    private static final EngineSettings SETTINGS = EngineSettings.of("linkflow", Readings.progress());

    private final AtomicBoolean areConnectionsClosed = new AtomicBoolean();
    private SourceEngine engine;

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void chunksComeOneAfterTheOther() throws InterruptedException {
        start(resource("orders", reading(chunk(at(0), at(1), 11, 12), chunk(at(1), at(2), 21))), at(0));
        assertThat(poll(5)).extracting(SourceRecord::key).containsExactly(11L, 12L, "orders", 21L, "orders");
    }

    @Test
    void pollReturnsNothingIfThereIsNothing() throws InterruptedException {
        start(resource("orders", reading()), Cursor.start());
        assertThat(engine.poll()).isNull();
    }

    @Test
    void aChunkWithoutRecordsIsNothing() throws InterruptedException {
        Resource orders = resource("orders", reading(chunk(at(0), at(1))));
        engine = new SourceEngine(
                EngineSettings.of("linkflow", null),
                this::closeConnections,
                List.of(orders),
                Map.of("orders", at(0)),
                resting());
        engine.start("test");
        assertThat(engine.poll()).isNull();
    }

    @Test
    void betweenCyclesItRestsForThePollInterval() {
        Queue<Duration> rests = new ConcurrentLinkedQueue<>();
        AtomicInteger cycles = new AtomicInteger();
        Reader counting = reader(cursor -> {
            cycles.incrementAndGet();
            return Optional.empty();
        });
        Resource orders = new Resource(
                "orders",
                "scope",
                counting,
                Readings.records("orders"),
                Duration.ofSeconds(7),
                new RequestCounter(null));
        engine = new SourceEngine(SETTINGS, this::closeConnections, List.of(orders), Map.of(), new Time() {
            @Override
            public void sleep(Duration duration) throws InterruptedException {
                rests.add(duration);
                if (rests.size() == 3) {
                    new CountDownLatch(1).await();
                }
            }
        });
        engine.start("test");
        await().until(() -> rests.size() == 3);
        assertThat(rests).containsOnly(Duration.ofSeconds(7));
        assertThat(cycles).hasValue(3);
    }

    /** Whoever sent them, and also those of a cycle that found nothing. */
    @Test
    void aProgressRecordSaysHowManyRequestsWereSentSinceTheOneBefore() throws InterruptedException {
        RequestCounter client = new RequestCounter(new FakeClient(request -> FakeClient.json("[]")));
        Queue<Integer> toSend = new ConcurrentLinkedQueue<>(List.of(3, 1, 2));
        Reader sending = reader(cursor -> {
            int requests = toSend.isEmpty() ? 0 : toSend.remove();
            for (int i = 0; i < requests; i++) {
                client.list(ApiRequest.get("orders", "/orders"));
            }
            long here = cursor.number("at", 0);
            return requests == 1 ? Optional.empty() : Optional.of(chunk(cursor, at(here + 1), here));
        });
        Resource orders =
                new Resource("orders", "scope", sending, Readings.records("orders"), Duration.ofSeconds(7), client);
        ProgressRecords requests = (resource, facts, rows, completeUpTo, health) ->
                new RowRecords.TopicRecord("progress", null, resource, null, facts.requests());
        start(
                EngineSettings.of("linkflow", requests),
                Map.of("orders", at(0)),
                new Time() {
                    @Override
                    public void sleep(Duration duration) {}
                },
                orders);
        assertThat(poll(4)).extracting(SourceRecord::value).containsSubsequence(3L, 3L);
    }

    @Test
    void everyResourceHasAThreadOfItsOwn() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Reader hanging = reader(cursor -> hang(never));
        start(
                Map.of("contacts", at(0)),
                resource("orders", hanging),
                resource("contacts", reading(chunk(at(0), at(1), 11))));
        assertThat(poll()).extracting(SourceRecord::topic).containsExactly("contacts", "progress");
    }

    @Test
    void aFailureIsToldAfterWhatWasReadBefore() throws InterruptedException {
        PlatformException refusal = new PlatformException(Category.STOP, "complete message", 500, "B00001", null, null);
        start(resource("orders", failingAfter(refusal, chunk(at(0), at(1), 11), chunk(at(1), at(2), 21))), at(0));
        assertThat(poll(4)).extracting(SourceRecord::key).containsExactly(11L, "orders", 21L, "orders");
        assertThatThrownBy(this::poll)
                .isInstanceOf(ConnectException.class)
                .hasMessage("complete message")
                .hasCause(refusal);
    }

    @Test
    void anUnexpectedFailureSaysThatNothingWasSkipped() {
        start(resource("orders", failingAfter(new IllegalStateException("oops"))), at(0));
        assertThatThrownBy(this::poll)
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("orders")
                .hasMessageContaining("oops")
                .hasMessageContaining("Nothing was skipped");
    }

    @Test
    void anErrorOfTheRuntimeIsToldToo() {
        Reader broken = reader(cursor -> {
            throw new NoClassDefFoundError("some/Library");
        });
        start(resource("orders", broken), at(0));
        assertThatThrownBy(this::poll).isInstanceOf(ConnectException.class).hasMessageContaining("some/Library");
    }

    @Test
    void anInterruptFromOutsideIsAFailure() {
        CountDownLatch never = new CountDownLatch(1);
        start(resource("orders", reader(cursor -> hang(never))), at(0));
        await().until(() -> !threadsReading("orders").isEmpty());
        threadsReading("orders").forEach(Thread::interrupt);
        assertThatThrownBy(this::poll).isInstanceOf(ConnectException.class).hasMessageContaining("interrupted");
    }

    @Test
    void closingInterruptsWhatHangsAndTellsNoFailure() throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        Reader hanging = reader(cursor -> {
            underWay.countDown();
            return hang(never);
        });
        Reader brokenByClosing = reader(cursor -> {
            underWay.countDown();
            try {
                return hang(never);
            } catch (ClientClosedException e) {
                throw new IllegalStateException("whatever comes of closing", e);
            }
        });
        start(Map.of(), resource("orders", hanging), resource("contacts", brokenByClosing));
        underWay.await();
        engine.close();
        await().until(() ->
                threadsReading("orders").isEmpty() && threadsReading("contacts").isEmpty());
        assertThat(areConnectionsClosed).isTrue();
        assertThat(engine.poll()).isNull();
    }

    /** A thread may hang where no interrupt reaches it; the time to stop is shared by all tasks of a worker. */
    @Test
    void closingDoesNotWaitForAThreadThatCannotBeInterrupted() throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(1);
        AtomicBoolean isReleased = new AtomicBoolean();
        start(
                resource("orders", reader(cursor -> {
                    underWay.countDown();
                    while (!isReleased.get()) {
                        Thread.onSpinWait();
                    }
                    return Optional.empty();
                })),
                at(0));
        underWay.await();
        try {
            engine.close();
            assertThat(threadsReading("orders")).as("threads that still hang").isNotEmpty();
        } finally {
            isReleased.set(true);
        }
    }

    /** A client that is being closed takes the interrupt for its own, though its answer had just come. */
    @Test
    void aThreadWhoseInterruptWasTakenByItsClientEndsNevertheless() throws InterruptedException {
        CountDownLatch third = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        start(
                resource("orders", reader(cursor -> {
                    long here = cursor.number("at", 0);
                    if (here == 2) {
                        third.countDown();
                        awaitInterruptAndForgetIt(never);
                    }
                    return Optional.of(chunk(cursor, cursor.with("at", here + 1), here));
                })),
                at(0));
        third.await();
        engine.close();
        await().until(() -> threadsReading("orders").isEmpty());
    }

    private static void awaitInterruptAndForgetIt(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException forgotten) {
            // As said.
        }
    }

    /** A slice has a cursor of its own; the reader goes on from the resource's. */
    @Test
    void aChunkOfASliceLeavesTheResourcesCursorAsItIs() throws InterruptedException {
        Queue<Cursor> cursors = new ConcurrentLinkedQueue<>();
        start(
                resource("leads", reader(cursor -> {
                    cursors.add(cursor);
                    if (cursors.size() > 1) {
                        return Optional.empty();
                    }
                    Chunk chunk = chunk(cursor, at(7), 11);
                    return Optional.of(new Chunk(
                            new Slice("day", "2026-03-01"), chunk.rows(), at(6), chunk.next(), chunk.facts()));
                })),
                at(0));
        poll();
        await().until(() -> cursors.size() > 1);
        assertThat(cursors)
                .allSatisfy(cursor -> assertThat(cursor.number("at", -1)).isZero());
    }

    @Test
    void whatWasReadAheadIsBounded() {
        AtomicInteger chunksRead = new AtomicInteger();
        start(
                resource("orders", reader(cursor -> {
                    long here = cursor.number("at", 0);
                    chunksRead.incrementAndGet();
                    return Optional.of(chunk(cursor, cursor.with("at", here + 1), here));
                })),
                at(0));
        await().until(() -> threadsReading("orders").stream().allMatch(t -> t.getState() == Thread.State.WAITING));
        assertThat(chunksRead).as("two in the queue, one in the hand").hasValue(3);
    }

    @Test
    void aCursorOfAnotherScopeIsRefusedBeforeAnythingIsRead() {
        Cursor stored = at(0).with("scope", "another");
        assertThatThrownBy(() -> start(resource("orders", reading()), stored))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("'orders'");
    }

    /** Whoever fails to start is not stopped by the worker. */
    @Test
    void connectionsAreClosedIfTheSourceCannotBePutTogether() {
        ConfigDef definition = new ConfigDef();
        SourceKeys.defineWholeLists(definition, List.of("orders"), 1_000);
        SourceOptions settings = new SourceOptions("linkflow", definition, Map.of("topic.prefix", "lf")) {
            @Override
            public ZoneOffset zone() {
                return ZoneOffset.ofHours(8);
            }

            @Override
            public String scope(String resource) {
                return "";
            }
        };
        assertThatThrownBy(() -> SourceEngine.reading(
                        settings,
                        settings.newMemoryBudget(),
                        name -> {
                            throw new IllegalStateException("no " + name);
                        },
                        this::closeConnections,
                        null,
                        resting()))
                .hasMessage("no orders");
        assertThat(areConnectionsClosed).isTrue();
    }

    @Test
    void theScopeIsPartOfEveryCursorThatIsStored() throws InterruptedException {
        Reader one = reader(
                cursor -> cursor.has("at") ? Optional.empty() : Optional.of(chunk(cursor, cursor.with("at", 1L), 11)));
        start(resource("orders", one), Cursor.start());
        assertThat(poll()).allSatisfy(record -> assertThat(scopeOf(record)).isEqualTo("scope of orders"));
    }

    @Test
    void completeUpToBeginsWithWhatIsStoredAndMovesWithConfirmations() throws InterruptedException {
        Cursor stored = at(0).with(Readings.COMPLETE_UP_TO, "2026-03-01 10:00:00");
        Cursor next = at(1).with(Readings.COMPLETE_UP_TO, "2026-03-01 10:00:01");
        Cursor last = at(2).with(Readings.COMPLETE_UP_TO, "2026-03-01 10:00:02");
        start(resource("orders", reading(chunk(stored, next, 11), chunk(next, last))), stored);

        List<SourceRecord> records = poll(3);
        assertThat(records.get(1).value()).isEqualTo("2026-03-01 10:00:00");
        records.forEach(record -> engine.confirm(record, true));
        assertThat(attribute("orders", "CompleteUpTo")).isEqualTo("2026-03-01 10:00:02");
    }

    @Test
    void itsThreadsLogAsPartOfTheConnector() {
        Queue<String> contexts = new ConcurrentLinkedQueue<>();
        MDC.put("connector.context", "[linkflow|task-0] ");
        try {
            start(
                    resource("orders", reader(cursor -> {
                        contexts.add(String.valueOf(MDC.get("connector.context")));
                        return Optional.empty();
                    })),
                    at(0));
        } finally {
            MDC.clear();
        }
        await().until(() -> !contexts.isEmpty());
        assertThat(contexts).containsOnly("[linkflow|task-0] ");
    }

    private void closeConnections() {
        areConnectionsClosed.set(true);
    }

    private void start(Resource resource, Cursor cursor) {
        start(Map.of(resource.name(), cursor), resource);
    }

    private void start(Map<String, Cursor> cursors, Resource... resources) {
        start(SETTINGS, cursors, resting(), resources);
    }

    private void start(EngineSettings settings, Map<String, Cursor> cursors, TimeSource time, Resource... resources) {
        engine = new SourceEngine(settings, this::closeConnections, List.of(resources), cursors, time);
        engine.start("test");
    }

    private static Object attribute(String resource, String name) {
        try {
            return ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(
                            new ObjectName("io.martech.connect:type=source,connector=\"test\",resource=" + resource),
                            name);
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }

    /** Polls until there are so many. */
    private List<SourceRecord> poll(int records) throws InterruptedException {
        List<SourceRecord> all = new ArrayList<>();
        while (all.size() < records) {
            all.addAll(poll());
        }
        return all;
    }

    /** Polls until there is something. */
    private List<SourceRecord> poll() throws InterruptedException {
        List<SourceRecord> records = null;
        while (records == null) {
            records = engine.poll();
        }
        return records;
    }

    private static Object scopeOf(SourceRecord record) {
        Map<String, ?> offset = record.sourceOffset();
        return offset.get("scope");
    }

    private static Reader failingAfter(RuntimeException failure, Chunk... chunks) {
        Reader before = reading(chunks);
        return reader(cursor -> {
            Optional<Chunk> chunk = before.next(cursor);
            if (chunk.isEmpty()) {
                throw failure;
            }
            return chunk;
        });
    }

    private static Optional<Chunk> hang(CountDownLatch latch) {
        try {
            latch.await();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientClosedException("interrupted", e);
        }
    }

    private static List<Thread> threadsReading(String resource) {
        return new ArrayList<>(Thread.getAllStackTraces().keySet())
                .stream()
                        .filter(thread -> thread.getName().equals("martech-source-" + resource))
                        .toList();
    }

    /** Rests until it is interrupted. */
    private static TimeSource resting() {
        return new Time() {
            @Override
            public void sleep(Duration duration) throws InterruptedException {
                new CountDownLatch(1).await();
            }
        };
    }

    private abstract static class Time implements TimeSource {

        @Override
        public java.time.Instant now() {
            return TimeSource.system().now();
        }

        @Override
        public long nanoTime() {
            return TimeSource.system().nanoTime();
        }
    }
}

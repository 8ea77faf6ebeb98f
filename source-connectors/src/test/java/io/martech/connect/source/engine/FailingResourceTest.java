package io.martech.connect.source.engine;

import static io.martech.connect.source.engine.Readings.at;
import static io.martech.connect.source.engine.Readings.chunk;
import static io.martech.connect.source.engine.Readings.reader;
import static io.martech.connect.source.engine.Readings.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.PlatformException.Origin;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TimeSource;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.chunk.Row;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One resource never stops another, and an outage stops none for good. */
@Timeout(60)
class FailingResourceTest {

    private static final RuntimeException REFUSAL =
            new PlatformException(Category.STOP, "qrcodes: B00022, no such channel.", 500, "B00022", null, null);
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(10);

    /** What the platform answers now, by resource: null for what there is to read. */
    private final Map<String, AtomicReference<RuntimeException>> answers = Map.of(
            "orders", new AtomicReference<>(), "qrcodes", new AtomicReference<>(), "contacts", new AtomicReference<>());

    private final Queue<Duration> backOffs = new ConcurrentLinkedQueue<>();
    private final List<SourceRecord> written = new ArrayList<>();
    private SourceEngine engine;

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void aResourceThatFailsIsRetriedAloneAtGrowingIntervalsAndReported() throws InterruptedException {
        answers.get("qrcodes").set(REFUSAL);
        start(Map.of(), "orders", "qrcodes");

        pollUntil(() -> backOffs.size() > 12 && rowsOf("orders") > 20);
        assertThat(backOffs.stream().map(Duration::toMillis).limit(10))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 60_000L, 60_000L, 60_000L);
        assertThat(rowsOf("qrcodes")).isZero();
        assertThat(failuresTold("qrcodes")).containsExactly("qrcodes: B00022, no such channel.");
        assertThat(attribute("qrcodes", "Failure")).isEqualTo("qrcodes: B00022, no such channel.");
        assertThat((Long) attribute("qrcodes", "FailingMs")).isPositive();
        assertThat((Long) attribute("qrcodes", "Failures")).isGreaterThan(12);
        assertThat(attribute("orders", "FailingMs")).isEqualTo(0L);

        answers.get("qrcodes").set(null);
        pollUntil(() -> rowsOf("qrcodes") > 3);
        assertThat(attribute("qrcodes", "FailingMs")).isEqualTo(0L);
        assertThat(failuresTold("qrcodes").get(failuresTold("qrcodes").size() - 1))
                .as("the last progress record")
                .isEqualTo("works");
    }

    /** The offset after a failure is the one before it: nothing is skipped, nothing repeated. */
    @Test
    void whatIsReadAfterAFailureGoesOnWhereItStood() throws InterruptedException {
        start(Map.of(), "orders", "qrcodes");
        pollUntil(() -> rowsOf("orders") > 3);
        answers.get("orders").set(new IllegalStateException("oops"));
        pollUntil(() -> !backOffs.isEmpty());
        answers.get("orders").set(null);
        int before = rowsOf("orders");
        pollUntil(() -> rowsOf("orders") > before + 3);

        List<Object> rows = written.stream()
                .filter(record -> record.topic().equals("orders"))
                .map(SourceRecord::key)
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).isEqualTo((long) i);
        }
    }

    @Test
    void theTaskFailsIfNoneOfItsResourcesWorks() {
        answers.get("qrcodes").set(REFUSAL);
        answers.get("orders").set(new ConnectException("orders: no permission."));
        start(Map.of(), "orders", "qrcodes");

        assertThatThrownBy(() -> pollUntil(() -> false)).isInstanceOf(ConnectException.class);
    }

    @Test
    void ifTheUserWantsItTheTaskFailsWithTheFirstResource() {
        answers.get("qrcodes").set(REFUSAL);
        EngineSettings settings = settings(true);
        start(settings, Map.of(), resources("orders", "qrcodes"));

        assertThatThrownBy(() -> pollUntil(() -> false)).hasMessage(REFUSAL.getMessage());
    }

    /** And once something was read, so may any answer be that no document names. */
    @ParameterizedTest
    @CsvSource({"0, OUTAGE", "200, OUTAGE", "503, OUTAGE", "404, UNDOCUMENTED", "200, UNDOCUMENTED"})
    void anOutageStopsNothingForGood(int status, Origin origin) throws InterruptedException {
        Map<String, Cursor> stored = origin == Origin.OUTAGE ? Map.of() : Map.of("orders", at(0).with("more", 1L));
        answers.get("orders").set(failure("down for maintenance", status, origin));
        start(settings(true), stored, resources("orders"));

        pollUntil(() -> backOffs.size() > 30);
        answers.get("orders").set(null);
        pollUntil(() -> rowsOf("orders") > 3);
    }

    /** It may be out of order, so it is asked a few times more; but a lost refresh token never comes back by itself. */
    @Test
    void anAccountThatIsIssuedNoTokenIsAFailureInTheEnd() {
        answers.get("orders")
                .set(new PlatformException(
                        Category.STOP,
                        "Run bin/authorize again.",
                        200,
                        "40030",
                        null,
                        null,
                        Origin.UNDOCUMENTED,
                        Duration.ZERO,
                        true));
        start(settings(false), Map.of("orders", at(0).with("more", 1L)), resources("orders"));

        assertThatThrownBy(() -> pollUntil(() -> false)).hasMessageContaining("Run bin/authorize again.");
        assertThat(backOffs).hasSize(10);
    }

    /** A wrong address, for example: it is the user who can do something. */
    @Test
    void whereNothingHasEverBeenReadAPageThatRefusesTheRequestIsAFailure() {
        answers.get("orders").set(failure("answered HTTP 404. Check linkflow.url.", 404, Origin.UNDOCUMENTED));
        start(Map.of(), "orders");

        assertThatThrownBy(() -> pollUntil(() -> false)).hasMessageContaining("Check linkflow.url");
    }

    @Test
    void aLostRecordIsNoConfirmationIfConnectToleratesIt() throws InterruptedException {
        EngineSettings tolerant = new EngineSettings(
                "linkflow",
                Readings.progress(),
                null,
                RetryPolicy.withoutEnd(Duration.ZERO, Duration.ZERO),
                false,
                true,
                new MemoryBudget(1L << 20));
        Cursor from = at(0).with(Readings.COMPLETE_UP_TO, "2026-03-01 10:00:00");
        Cursor next = at(1).with(Readings.COMPLETE_UP_TO, "2026-03-01 10:00:01");
        start(tolerant, Map.of("orders", from), resource("orders", Readings.reading(chunk(from, next, 11))));
        pollUntil(() -> rowsOf("orders") == 1);

        written.forEach(record -> engine.confirm(record, false));

        assertThat(attribute("orders", "CompleteUpTo")).isEqualTo("2026-03-01 10:00:00");
        assertThat(attribute("orders", "LostRecords")).isEqualTo(1L);
    }

    @Test
    void aRecordThatATransformationHasDroppedIsConfirmedIfConnectToleratesNothing() throws InterruptedException {
        Cursor from = at(0).with(Readings.COMPLETE_UP_TO, "2026-03-01 10:00:00");
        Cursor next = at(1).with(Readings.COMPLETE_UP_TO, "2026-03-01 10:00:01");
        start(settings(false), Map.of("orders", from), resource("orders", Readings.reading(chunk(from, next, 11))));
        pollUntil(() -> rowsOf("orders") == 1);

        written.forEach(record -> engine.confirm(record, false));

        assertThat(attribute("orders", "CompleteUpTo")).isEqualTo("2026-03-01 10:00:01");
    }

    @Test
    void rowsOfAnotherAccountAreRefusedAndTheFirstOnesNameTheirs() throws InterruptedException {
        start(settings(false), Map.of("orders", at(0)), ofAccount("1"), resources("contacts")[0]);
        pollUntil(() -> rowsOf("orders") > 0);
        SourceRecord last = written.stream()
                .filter(record -> record.topic().equals("progress") && "orders".equals(record.key()))
                .reduce((before, after) -> after)
                .orElseThrow();
        assertThat(last.sourceOffset().get("account")).isEqualTo("1");
        engine.close();
        written.clear();

        Cursor stored = Cursor.fromOffset(last.sourceOffset());
        start(settings(false), Map.of("orders", stored), ofAccount("2"), resources("contacts")[0]);

        assertThatThrownBy(() -> pollUntil(() -> false))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("tenantId is 1")
                .hasMessageContaining("tenantId 2");
        assertThat(rowsOf("orders")).isZero();
    }

    /** Then the field says nothing of the account. */
    @Test
    void rowsOfOneAccountMayNameSeveral() throws InterruptedException {
        start(settings(false), Map.of("orders", at(0)), ofAccount("1", "2", "3"), resources("contacts")[0]);
        pollUntil(() -> rowsOf("orders") == 6);
        Cursor stored = written.stream()
                .filter(record -> "orders".equals(record.sourcePartition().get("resource")))
                .reduce((before, after) -> after)
                .map(record -> Cursor.fromOffset(record.sourceOffset()))
                .orElseThrow();
        engine.close();

        assertThat(stored.text("account")).isEqualTo("several");
        written.clear();
        start(settings(false), Map.of("orders", stored.with("at", 0L)), ofAccount("4"), resources("contacts")[0]);
        pollUntil(() -> rowsOf("orders") == 6);
    }

    /** A task that is replaced may stop long after its successor has started. */
    @Test
    void aTaskThatStopsLateLeavesTheMetricsOfItsSuccessor() throws JMException {
        start(Map.of(), "orders");
        SourceEngine late = engine;
        start(Map.of(), "orders");

        late.close();

        assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(name("orders")))
                .isTrue();
        engine.close();
        assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(name("orders")))
                .isFalse();
    }

    private static PlatformException failure(String message, int status, Origin origin) {
        return new PlatformException(Category.STOP, message, status, null, null, null, origin);
    }

    private Resource ofAccount(String... tenants) {
        return new Resource(
                        "orders",
                        "scope",
                        reader(cursor -> {
                            long here = cursor.number("at", 0);
                            ObjectNode row = JsonNodeFactory.instance
                                    .objectNode()
                                    .put("tenantId", tenants[(int) here % tenants.length]);
                            return here > 5
                                    ? Optional.empty()
                                    : Optional.of(new Chunk(
                                            List.of(new Row(row, Row.ReadMode.WINDOW)),
                                            cursor,
                                            cursor.with("at", here + 1),
                                            Readings.facts()));
                        }),
                        Readings.records("orders"),
                        POLL_INTERVAL,
                        new RequestCounter(null))
                .ofAccountIn("tenantId");
    }

    private Resource[] resources(String... names) {
        Resource[] resources = new Resource[names.length];
        for (int i = 0; i < names.length; i++) {
            AtomicReference<RuntimeException> answer = answers.get(names[i]);
            resources[i] = resource(names[i], reader(cursor -> {
                RuntimeException failure = answer.get();
                if (failure != null) {
                    throw failure;
                }
                long here = cursor.number("at", 0);
                return Optional.of(chunk(cursor, cursor.with("at", here + 1), here));
            }));
        }
        return resources;
    }

    private static EngineSettings settings(boolean failsWithAResource) {
        EngineSettings defaults = EngineSettings.of("linkflow", progress());
        return new EngineSettings(
                "linkflow", progress(), null, defaults.retry(), failsWithAResource, false, defaults.memory());
    }

    /** Says as its value why the resource fails, or that it works. */
    private static ProgressRecords progress() {
        return (resource, facts, rows, completeUpTo, health) -> new RowRecords.TopicRecord(
                "progress", null, resource, null, health.failure() == null ? "works" : health.failure());
    }

    private void start(Map<String, Cursor> cursors, String... names) {
        start(settings(false), cursors, resources(names));
    }

    private void start(EngineSettings settings, Map<String, Cursor> cursors, Resource... resources) {
        engine = new SourceEngine(settings, () -> {}, List.of(resources), cursors, new QuickTime());
        engine.start("test");
    }

    private void pollUntil(java.util.function.BooleanSupplier isEnough) throws InterruptedException {
        while (!isEnough.getAsBoolean()) {
            List<SourceRecord> records = engine.poll();
            if (records != null) {
                written.addAll(records);
            }
        }
    }

    private int rowsOf(String topic) {
        return (int)
                written.stream().filter(record -> record.topic().equals(topic)).count();
    }

    /** What the progress records of a resource say, without repetitions in a row. */
    private List<Object> failuresTold(String resource) {
        List<Object> told = new ArrayList<>();
        written.stream()
                .filter(record -> record.topic().equals("progress") && resource.equals(record.key()))
                .map(SourceRecord::value)
                .filter(value -> told.isEmpty() || !told.get(told.size() - 1).equals(value))
                .forEach(told::add);
        return told;
    }

    private static Object attribute(String resource, String attribute) {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            return server.getAttribute(name(resource), attribute);
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectName name(String resource) throws JMException {
        return new ObjectName("io.martech.connect:type=source,connector=\"test\",resource=" + resource);
    }

    /** Waits between attempts take no time; what rests for the poll interval rests for good. */
    private final class QuickTime implements TimeSource {

        private Instant now = Instant.parse("2026-03-01T00:00:00Z");

        @Override
        public synchronized Instant now() {
            return now;
        }

        @Override
        public long nanoTime() {
            return TimeSource.system().nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (duration.equals(POLL_INTERVAL)) {
                new CountDownLatch(1).await();
            }
            synchronized (this) {
                now = now.plus(duration);
            }
            backOffs.add(duration);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}

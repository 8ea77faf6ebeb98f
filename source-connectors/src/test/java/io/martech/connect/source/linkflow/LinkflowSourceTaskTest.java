package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.martech.connect.source.CapturedLog;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole task against a local server. */
class LinkflowSourceTaskTest {

    private static final String NAME = "诸葛亮";
    private static final String PHONE = "13912345678";
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    private final MockWebServer server = new MockWebServer();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void historyBecomesRecordsAndProgress() throws InterruptedException {
        answer(this::oneOrder);
        try (TaskRun run = new TaskRun(properties("resources", "orders", "order.lines", "both"))) {
            List<SourceRecord> records = run.pollAll();
            assertThat(records)
                    .extracting(SourceRecord::topic)
                    .startsWith("lf.orders", "lf.order-lines", "lf.progress")
                    .containsOnlyOnce("lf.orders");
            assertThat(((Struct) records.get(0).key()).getInt64("id")).isEqualTo(7);
            assertThat(records)
                    .extracting(SourceRecord::sourcePartition)
                    .containsOnly(Map.of("platform", "linkflow", "resource", "orders"));
            assertThat(run.stored().values()).singleElement().satisfies(offset -> assertThat(offset)
                    .containsEntry("phase", "windows"));
        }
    }

    @Test
    void aRestartGoesOnFromWhatIsStored() throws InterruptedException {
        answer(this::oneOrder);
        Map<String, String> properties = properties("resources", "orders");
        Map<Map<String, ?>, Map<String, Object>> stored;
        try (TaskRun run = new TaskRun(properties)) {
            assertThat(run.pollAll()).isNotEmpty();
            stored = run.stored();
        }
        try (TaskRun run = new TaskRun(properties, stored)) {
            assertThat(run.pollAll()).extracting(SourceRecord::topic).doesNotContain("lf.orders");
        }
    }

    @Test
    void aStoredCursorOfAnotherScopeIsRefused() {
        Map<Map<String, ?>, Map<String, Object>> stored = Map.of(
                Map.of("platform", "linkflow", "resource", "orders"), Map.of("scope", "of another", "last_id", 1L));
        assertThatThrownBy(() -> new TaskRun(properties(), stored))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("of another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in the headers", "in the body"})
    void twoHungTasksStartAndStopPromptly(String where) throws InterruptedException {
        answer(request -> {
            if (request.getTarget().startsWith("/token")) {
                return token();
            }
            answered.add(request.getTarget().replaceAll("\\?.*", ""));
            MockResponse.Builder hanging = json("[]").newBuilder();
            return where.equals("in the headers")
                    ? hanging.onResponseStart(SocketEffect.Stall.INSTANCE).build()
                    : hanging.onResponseBody(SocketEffect.Stall.INSTANCE).build();
        });
        TaskRun orders = new TaskRun(properties("resources", "orders", "request.timeout.ms", "600000"));
        TaskRun contacts = new TaskRun(properties("resources", "contacts", "request.timeout.ms", "600000"));
        await().until(() -> answered.size() == 2);
        assertThat(orders.poll()).isNull();
        orders.close();
        contacts.close();
        // Long before a request would time out.
        await().until(LinkflowSourceTaskTest::readingThreads, List::isEmpty);
    }

    @Test
    void startingAsksNobody() {
        answer(request -> json("[]")
                .newBuilder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        // Returns although the platform does not.
        new TaskRun(properties()).close();
    }

    @Test
    void stoppingWhatNeverStartedDoesNoHarm() {
        new LinkflowSourceConnector.Task().stop();
    }

    @Test
    void aFailureSaysWhatThePlatformAnsweredButNotWhoItWas() {
        answer(request -> request.getTarget().startsWith("/token")
                ? token()
                : json("{\"domain\":\"d\",\"code\":\"B00010\",\"message\":\"about " + NAME + "\"}")
                        .newBuilder()
                        .code(400)
                        .build());
        try (CapturedLog log = new CapturedLog();
                TaskRun run = new TaskRun(
                        properties("resources", "orders", "retry.backoff.ms", "1", "retry.backoff.max.ms", "1"))) {
            assertThatThrownBy(() -> pollForEver(run))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("orders")
                    .hasMessageContaining("B00010")
                    .satisfies(failure -> assertThat(CapturedLog.text(failure)).doesNotContain(NAME));
            assertThat(log.aboveDebug()).isNotEmpty().noneMatch(line -> line.contains(NAME));
        }
    }

    /** Whatever is read, lost, late or malformed: logs name ids at most. */
    @Test
    void logsTellNeitherSecretsNorPeople() throws InterruptedException {
        answer(this::oneContactOfTwo);
        List<String> statuses = new ArrayList<>();
        try (CapturedLog log = new CapturedLog()) {
            try (TaskRun run = new TaskRun(properties("resources", "contacts"))) {
                assertThat(run.pollAll()).extracting(SourceRecord::topic).contains("lf.contacts");
            }
            answered.clear();
            answer(request -> request.getTarget().startsWith("/token")
                    ? token()
                    : json("[{\"name\":\"" + NAME + "\",\"mobilePhone\":\"" + PHONE + "\"}]"));
            try (TaskRun run = new TaskRun(properties("resources", "orders"))) {
                assertThat(run.pollAll()).extracting(SourceRecord::topic).contains("lf.malformed");
            }
            assertThat(log.all()).as("the capture has power").isNotEmpty();
            assertThat(log.all()).noneMatch(line -> line.contains(Properties.SECRET));
            statuses.addAll(log.aboveDebug());
            assertThat(statuses)
                    .noneMatch(text -> text.contains(NAME) || text.contains(PHONE) || text.contains(Properties.SECRET));
        }
    }

    private static void pollForEver(TaskRun run) throws InterruptedException {
        while (true) {
            run.poll();
        }
    }

    private MockResponse oneOrder(RecordedRequest request) {
        if (request.getTarget().startsWith("/token")) {
            return token();
        }
        return "0".equals(request.getUrl().queryParameter("lastMaxId"))
                ? json("[{\"id\":7,\"lastUpdated\":\"2020-01-01 00:00:00\",\"lines\":[{\"id\":71}]}]")
                : json("[]");
    }

    /** The cursor lists two, one of which has been deleted since. */
    private MockResponse oneContactOfTwo(RecordedRequest request) {
        String row = "{\"id\":7,\"name\":\"" + NAME + "\",\"mobilePhone\":\"" + PHONE
                + "\",\"lastUpdated\":\"2020-01-01 12:00:00\"}";
        return switch (request.getUrl().encodedPath()) {
            case "/token" -> token();
            case "/open/contacts/cursor" ->
                "0".equals(request.getUrl().queryParameter("lastMaxId"))
                        ? json("[" + row + "," + row.replace(":7,", ":8,") + "]")
                        : json("[]");
            case "/open/contacts_bulk" -> json("[" + row + "]");
            default -> isTheMinuteOf(request) ? json("[7]") : json("[]");
        };
    }

    private static boolean isTheMinuteOf(RecordedRequest request) {
        String from = request.getUrl().queryParameter("minUpdateTime");
        String to = request.getUrl().queryParameter("maxUpdateTime");
        String updated = "2020-01-01 12:00:00";
        return from == null || (from.compareTo(updated) <= 0 && to.compareTo(updated) >= 0);
    }

    private void answer(Function<RecordedRequest, MockResponse> answers) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answers.apply(request);
            }
        });
    }

    private static MockResponse token() {
        return json("{\"token\":\"t\",\"expiration\":\"2099-01-01 00:00:00\"}");
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "application/json")
                .addHeader("Date", HTTP_DATE.format(Instant.now().atOffset(ZoneOffset.UTC)))
                .body(body)
                .build();
    }

    private static List<Thread> readingThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("martech-source-"))
                .toList();
    }

    private Map<String, String> properties(String... keysAndValues) {
        Map<String, String> properties = Properties.unchecked(keysAndValues);
        properties.put("linkflow.url", "http://127.0.0.1:" + server.getPort());
        return properties;
    }
}

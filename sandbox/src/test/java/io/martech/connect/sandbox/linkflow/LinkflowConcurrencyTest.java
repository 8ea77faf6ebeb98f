package io.martech.connect.sandbox.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sandbox.linkflow.message.ReceivedMessage;
import io.martech.connect.sandbox.linkflow.model.RowOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkflowConcurrencyTest {

    private static final int CLIENTS = 32;

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    @Test
    void manyClientsReadAndWriteWhileRowsChange() throws Exception {
        sandbox.platform.orders().insertHistory(500, Duration.ofHours(1));
        sandbox.quirks
                .windowOrder
                .set(RowOrder.UNORDERED)
                .staleReplicas(0.3, Duration.ofSeconds(2))
                .commitDelay(Duration.ofSeconds(1));
        sandbox.platform.conditions().latency(Duration.ZERO, Duration.ofMillis(4));
        List<Callable<Void>> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            String person = "person-" + number;
            clients.add(() -> {
                for (int i = 0; i < 20; i++) {
                    sandbox.client.window("2026-01-01 07:00:00", "2026-01-01 09:00:00", 1);
                    assertThat(sandbox.client
                                    .post("/open/messages", event(person, i))
                                    .statusCode())
                            .isEqualTo(200);
                    sandbox.platform.orders().updateRandom(2);
                    sandbox.clock.advance(Duration.ofMillis(10));
                }
                return null;
            });
        }
        runAll(clients);

        assertThat(sandbox.platform.receivedMessageCount()).isEqualTo(CLIENTS * 20);
        assertThat(sandbox.platform.receivedMessages())
                .extracting(ReceivedMessage::number)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(sandbox.platform.contacts().count()).isEqualTo(CLIENTS);
        for (int number = 0; number < CLIENTS; number++) {
            String person = "person-" + number;
            assertThat(sandbox.platform.receivedMessages())
                    .filteredOn(message -> message.identities().get(0).id().equals(person))
                    .extracting(message -> message.data().get("n").intValue())
                    .hasSize(20)
                    .isSorted();
        }
        assertThat(sandbox.server.conflictingWrites()).isZero();
        assertThat(sandbox.server.mostWritesInFlight()).isGreaterThan(1);
        sandbox.quirks.staleReplicas(0, Duration.ZERO).windowPageSize.set(1_000);
        sandbox.clock.advance(Duration.ofSeconds(2));
        assertThat(new TreeSet<>(sandbox.client.window("2026-01-01 07:00:00", "2026-01-01 09:00:00", 1)))
                .isEqualTo(sandbox.platform.orders().byId().keySet());
    }

    @Test
    void theMessagesOfOneRequestAreAppliedTogether() throws Exception {
        int perRequest = 20;
        List<Callable<Void>> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            String person = "person-" + number;
            clients.add(() -> {
                for (int i = 0; i < 20; i++) {
                    sandbox.client.post("/open/messages", events(person, i, perRequest));
                }
                return null;
            });
        }
        runAll(clients);

        List<ReceivedMessage> received = sandbox.platform.receivedMessages();
        assertThat(received).hasSize(CLIENTS * 20 * perRequest);
        for (int i = 0; i < received.size(); i++) {
            assertThat(received.get(i).number()).isEqualTo(i);
            assertThat(received.get(i).identities())
                    .as("of the same request as the first of its %d", perRequest)
                    .isEqualTo(received.get(i - i % perRequest).identities());
        }
    }

    @Test
    void twoWritesForOnePersonAtOnceAreNoticed() throws Exception {
        sandbox.platform.conditions().latency(Duration.ofMillis(200));
        runAll(List.of(() -> post("a", 1), () -> post("b", 1)));
        assertThat(sandbox.server.conflictingWrites()).isZero();
        runAll(List.of(() -> post("a", 2), () -> post("a", 3)));
        assertThat(sandbox.server.conflictingWrites()).isEqualTo(1);
    }

    private Void post(String person, int number) throws Exception {
        assertThat(sandbox.client.post("/open/messages", event(person, number)).statusCode())
                .isEqualTo(200);
        return null;
    }

    private static String event(String person, int number) {
        return events(person, number, 1);
    }

    private static String events(String person, int number, int times) {
        String event = """
                {"domain":"event","action":"track","ts":1,"data":{"event":"E","n":%d}}""".formatted(number);
        return """
                {"channelKey":"udc_12SyQfFmg","identities":[{"type":"custom","id":"%s"}],"messages":[%s]}""".formatted(person, String.join(",", Collections.nCopies(times, event)));
    }

    private static void runAll(List<Callable<Void>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            CountDownLatch together = new CountDownLatch(tasks.size());
            List<Future<Void>> results = new ArrayList<>();
            for (Callable<Void> task : tasks) {
                results.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    return task.call();
                }));
            }
            for (Future<Void> result : results) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}

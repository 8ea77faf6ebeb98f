package io.martech.connect.sandbox.m1world;

import static io.martech.connect.sandbox.m1world.Sandbox.data;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class M1worldConcurrencyTest {

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    @Test
    void writesOfOnePersonInFlightAtOnceAreNoticed() {
        sandbox.platform.conditions().latency(Duration.ofMillis(300));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> merge("a"), threads),
                            CompletableFuture.runAsync(() -> merge("b"), threads))
                    .join();
            assertThat(sandbox.server.api().conflictingWrites()).isZero();
            assertThat(sandbox.server.api().mostWritesInFlight()).isEqualTo(2);
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> merge("a"), threads),
                            CompletableFuture.runAsync(() -> merge("a"), threads))
                    .join();
            assertThat(sandbox.server.api().conflictingWrites()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void manyClientsLeaveOneContactPerPerson() {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Void>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String person = "p" + i % 10;
                calls.add(CompletableFuture.runAsync(() -> merge(person), threads));
            }
            calls.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
        assertThat(sandbox.platform.contacts().count()).isEqualTo(10);
        assertThat(sandbox.platform.receivedContacts()).hasSize(200);
    }

    private void merge(String person) {
        data(sandbox.add("2", "[{\"email\":\"" + person + "\"}]"));
    }
}

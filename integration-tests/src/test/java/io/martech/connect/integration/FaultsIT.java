package io.martech.connect.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.SlowAnswer;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.linkflow.LinkflowFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Everything that a platform or a gateway can do wrong, at once, for as long as records flow. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class FaultsIT {

    private static final double SHARE = 0.1;
    private static final int ORDERS = 200;
    private static final int CONTACTS = 70;
    private static final int PEOPLE = 15;
    private static final int RECORDS_EACH = 12;

    /**
     * "An error is never an empty list", and transient faults are repeated: with every fault at 10 %, of which only one request
     * in five is spared, everything arrives in both directions and no task fails.
     */
    @Test
    void withEveryFaultAtTenPercentEverythingArrivesAndTasksStayRunning(TestCluster cluster) {
        String prefix = cluster.uniqueName("faulty");
        SinkTopic events = SinkTopic.create(cluster, 2);
        String deadLetters = cluster.uniqueName("dead");
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start();
                SimulatedLinkflow destination = SimulatedLinkflow.start()) {
            linkflow.platform().insertOrderHistory(ORDERS, Duration.ofDays(1));
            linkflow.platform().insertContactHistory(CONTACTS, Duration.ofDays(1));
            try (DeployedConnector source = DeployedConnector.deploy(
                            cluster.connect(), prefix, impatient(ConnectorSettings.source(linkflow, prefix)));
                    DeployedConnector sink = DeployedConnector.deploy(
                            cluster.connect(),
                            events.name(),
                            impatient(events.sink(destination)).withDeadLetters(deadLetters))) {
                injectEverything(linkflow.server().faults());
                injectEverything(destination.server().faults());
                events.write(PEOPLE, RECORDS_EACH);
                await().atMost(Patience.FOR_AN_EFFECT)
                        .until(() -> ProgressTopic.read(cluster.committed(), prefix, "orders")
                                        .windows()
                                > 0);
                linkflow.platform().updateRandomOrders(40);
                linkflow.platform().updateRandomContacts(40);

                await().atMost(Patience.FOR_AN_EFFECT).untilAsserted(() -> assertThat(
                                RowTopic.differences(cluster.committed(), prefix, linkflow.platform()))
                        .isEmpty());
                await().atMost(Patience.FOR_AN_EFFECT).untilAsserted(() -> assertThat(
                                SinkTopic.numbersByPerson(destination.platform().receivedMessages()))
                        .hasSize(PEOPLE)
                        .allSatisfy((person, numbers) -> assertThat(
                                        numbers.stream().distinct())
                                .containsExactlyElementsOf(
                                        IntStream.range(0, RECORDS_EACH).boxed().toList())));
                assertThat(cluster.committed().bytes(deadLetters)).isEmpty();
                assertThat(source.status().isRunning()).isTrue();
                assertThat(sink.status().isRunning()).isTrue();
                Set<Fault> struck =
                        new HashSet<>(linkflow.server().faults().struck().keySet());
                struck.addAll(destination.server().faults().struck().keySet());
                assertThat(struck).containsAll(everyPassingFault());
            }
        }
    }

    private static void injectEverything(FaultPlan faults) {
        everyPassingFault().forEach(fault -> faults.inject(fault, SHARE));
    }

    /** All but the 403 without the platform's envelope, which says "stop" and has a test of its own. */
    private static List<Fault> everyPassingFault() {
        List<Fault> faults = new ArrayList<>(EnumSet.complementOf(EnumSet.of(WireFault.FORBIDDEN_WITHOUT_ENVELOPE)));
        faults.add(LinkflowFault.UNKNOWN_CODE);
        faults.add(LinkflowFault.ERROR_WITH_STATUS_200);
        faults.add(new SlowAnswer(Duration.ofMillis(100)));
        return faults;
    }

    /** Answers that hang are given up soon. */
    private static ConnectorSettings impatient(ConnectorSettings settings) {
        return settings.with("request.timeout.ms", "400")
                .with("retry.backoff.max.ms", "50")
                .with("validate.credentials", "false");
    }
}

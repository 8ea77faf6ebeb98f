package io.martech.connect.integration.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.sinks.SinkTopic;
import io.martech.connect.integration.sources.EverySource;
import io.martech.connect.integration.sources.SimulatedLinkflow;
import io.martech.connect.integration.sources.SourcePlatform;
import io.martech.connect.integration.sources.SourceTopics;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.SlowAnswer;
import io.martech.connect.sandbox.http.WireFault;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that a platform or a gateway can do wrong, at once, for as long as records flow. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class FaultsIT {

    private static final double SHARE = 0.1;

    /** All but the 403 without the platform's envelope, which says "stop" and has a test of its own. */
    private static final Set<WireFault> EVERY_WIRE_FAULT =
            EnumSet.complementOf(EnumSet.of(WireFault.FORBIDDEN_WITHOUT_ENVELOPE));

    private static final int PEOPLE = 15;
    private static final int RECORDS_EACH = 12;

    /**
     * "An error is never an empty list", and transient faults are repeated: with every fault at 10 %, of which only one request
     * in five is spared, everything arrives and no task fails.
     */
    @ParameterizedTest
    @EnumSource
    void withEveryFaultAtTenPercentEveryRowArrives(EverySource kind, TestCluster cluster) {
        String prefix = cluster.uniqueName("faulty");
        try (SourcePlatform platform = kind.start()) {
            platform.insertSomeRows();
            SourceTopics topics = new SourceTopics(platform, prefix, cluster.committed());
            try (DeployedConnector source =
                    DeployedConnector.deploy(cluster.connect(), prefix, impatient(platform.source(prefix)))) {
                injectEverything(platform.faults(), platform.passingFaults());
                topics.awaitReadUpTo(Instant.EPOCH);
                for (int change = 0; change < 20; change++) {
                    platform.change();
                }

                topics.awaitEquality();
                assertThat(source.status().isRunning()).isTrue();
            }
        }
    }

    @Test
    void withEveryFaultAtTenPercentEveryRecordIsDelivered(TestCluster cluster) {
        SinkTopic events = SinkTopic.create(cluster, 2);
        String deadLetters = cluster.uniqueName("dead");
        try (SimulatedLinkflow destination = SimulatedLinkflow.start();
                DeployedConnector sink = DeployedConnector.deploy(
                        cluster.connect(),
                        events.name(),
                        impatient(events.sink(destination)).withDeadLetters(deadLetters))) {
            injectEverything(destination.faults(), destination.passingFaults());
            events.write(PEOPLE, RECORDS_EACH);

            Patience.untilAsserted(() -> assertThat(
                            SinkTopic.numbersByPerson(destination.platform().receivedMessages()))
                    .hasSize(PEOPLE)
                    .allSatisfy((person, numbers) -> assertThat(numbers.stream().distinct())
                            .containsExactlyElementsOf(
                                    IntStream.range(0, RECORDS_EACH).boxed().toList())));
            assertThat(cluster.committed().bytes(deadLetters)).isEmpty();
            assertThat(sink.status().isRunning()).isTrue();
            assertThat(destination.faults().struck().keySet()).hasSizeGreaterThan(EVERY_WIRE_FAULT.size() / 2);
        }
    }

    private static void injectEverything(FaultPlan faults, List<Fault> faultsOfThePlatform) {
        EVERY_WIRE_FAULT.forEach(fault -> faults.inject(fault, SHARE));
        faultsOfThePlatform.forEach(fault -> faults.inject(fault, SHARE));
        faults.inject(new SlowAnswer(Duration.ofMillis(100)), SHARE);
    }

    /** Answers that hang are given up soon. */
    private static ConnectorSettings impatient(ConnectorSettings settings) {
        return settings.with("request.timeout.ms", "3000")
                .with("retry.backoff.max.ms", "50")
                .withoutTrial();
    }
}

package io.martech.connect.integration.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.SecretsFile;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.SlowAnswer;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every sink on a real worker. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@Order(1) // among the longest
class SinksIT {

    private static final int PEOPLE = 12;
    private static final int RECORDS_EACH = 5;
    private static final double SHARE = 0.1;

    /** With every fault at 10 % the platform shows the last state of everyone, no record is rejected and no task fails. */
    @ParameterizedTest
    @EnumSource
    void withEveryFaultAtTenPercentTheLastStateOfEveryoneArrives(EverySink kind, TestCluster cluster) {
        SinkTopic topic = SinkTopic.create(cluster, 2);
        String deadLetters = cluster.uniqueName("dead");
        try (SinkDestination destination = kind.start()) {
            List<String> people = destination.people(peopleOf(kind));
            injectEverything(destination);
            try (DeployedConnector sink = DeployedConnector.deploy(
                    cluster.connect(),
                    topic.name(),
                    impatient(destination.sink(topic.name()))
                            .with("batch.size", "5")
                            .withDeadLetters(deadLetters))) {
                topic.write(people, 0, RECORDS_EACH);

                awaitState(destination, people, RECORDS_EACH - 1);
                assertThat(destination.conflictingWrites()).isZero();
                assertThat(sink.status().isRunning()).isTrue();
                assertThat(cluster.committed().bytes(deadLetters)).isEmpty();
            }
        }
    }

    /** A refusal of everything, by a gateway, stops the task with its reason, and no record becomes a dead letter. */
    @ParameterizedTest
    @EnumSource
    void whatForbidsEverythingStopsTheTaskWithItsReasonAndLeavesTheDeadLettersEmpty(
            EverySink kind, TestCluster cluster) {
        try (SinkDestination destination = kind.start()) {
            List<String> people = destination.people(PEOPLE);
            SinkTopic topic = SinkTopic.create(cluster, 1);
            String deadLetters = cluster.uniqueName("dead");
            topic.write(people, 0, 2);
            destination.faults().outage(WireFault.FORBIDDEN_WITHOUT_ENVELOPE, Traffic.WRITE);
            try (DeployedConnector sink = DeployedConnector.deploy(
                    cluster.connect(),
                    topic.name(),
                    impatient(destination.sink(topic.name())).withDeadLetters(deadLetters))) {
                assertThat(sink.awaitFailure()).contains("403");
                assertThat(cluster.committed().bytes(deadLetters)).isEmpty();

                destination.faults().heal();
                sink.restartFailed();
                awaitState(destination, people, 1);
            }
        }
    }

    /** An outage that lasts stops nothing, rejects nothing, and is over when the platform is well again. */
    @ParameterizedTest
    @EnumSource
    void anOutageIsWaitedForAndLeavesTheDeadLettersEmpty(EverySink kind, TestCluster cluster) {
        try (SinkDestination destination = kind.start()) {
            List<String> people = destination.people(PEOPLE);
            for (Fault outage : List.of(WireFault.HTML_WITH_STATUS_200, WireFault.SERVER_ERROR_WITH_TEXT)) {
                SinkTopic topic = SinkTopic.create(cluster, 1);
                String deadLetters = cluster.uniqueName("dead");
                topic.write(people, 0, 2);
                destination.faults().outage(outage, Traffic.WRITE);
                long before = destination.writes();
                try (DeployedConnector sink = DeployedConnector.deploy(
                        cluster.connect(),
                        topic.name(),
                        impatient(destination.sink(topic.name())).withDeadLetters(deadLetters))) {
                    Patience.until(destination::writes, writes -> writes > before + 30);
                    assertThat(sink.status().hasFailed()).isFalse();

                    destination.faults().heal();
                    awaitState(destination, people, 1);
                    assertThat(cluster.committed().bytes(deadLetters)).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongSecretIsToldOnItsKeyAndIsNotShown(EverySink kind, TestCluster cluster) {
        SinkTopic topic = SinkTopic.create(cluster, 1);
        try (SinkDestination destination = kind.start()) {
            SinkDestination.WrongSecret wrong = destination.wrongSecret();
            topic.write(destination.people(1), 0, 1);
            ConnectorSettings settings = impatient(destination.sink(topic.name()))
                    .with(wrong.key(), SecretsFile.referenceTo(wrong.key(), "wrong-secret"));
            try (DeployedConnector sink = DeployedConnector.deploy(cluster.connect(), topic.name(), settings)) {
                assertThat(sink.awaitFailure()).contains(wrong.words()).doesNotContain("wrong-secret");
            }
            String validated = cluster.connect()
                    .validate(settings.values().get("connector.class"), named(settings, topic.name()))
                    .toString();
            assertThat(validated).contains(wrong.key()).doesNotContain("wrong-secret");
        }
    }

    /** A task whose requests hang is gone soon, and another one takes over from where it stood. */
    @ParameterizedTest
    @EnumSource
    void aTaskThatHangsStopsAndLosesNothing(EverySink kind, TestCluster cluster) {
        SinkTopic topic = SinkTopic.create(cluster, 1);
        try (SinkDestination destination = kind.start()) {
            List<String> people = destination.people(PEOPLE);
            topic.write(people, 0, 2);
            destination.faults().outage(WireFault.HANG_IN_BODY, Traffic.WRITE);
            ConnectorSettings settings = destination
                    .sink(topic.name())
                    .with("request.timeout.ms", "600000")
                    .with("validate.credentials", "false");
            try (DeployedConnector sink = DeployedConnector.deploy(cluster.connect(), topic.name(), settings)) {
                Patience.until(() -> destination.writes() > 0);
                long start = System.nanoTime();
                sink.stop();
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as("far from the ten minutes that a request may take")
                        .isLessThan(Duration.ofMinutes(4));

                destination.faults().heal();
                sink.resume();
                awaitState(destination, people, 1);
            }
        }
    }

    /** An app's tokens die three times while records are written, and each time one is got in exchange. */
    @Test
    void tokensOfAnAppThatDieInMidRunLoseNothing(TestCluster cluster, @TempDir Path store) {
        SinkTopic topic = SinkTopic.create(cluster, 2);
        try (M1worldContactsDestination destination = M1worldContactsDestination.withApp(store)) {
            M1worldPlatform platform = destination.platform();
            destination.latency(Duration.ofMillis(100));
            List<String> people = destination.people(PEOPLE);
            topic.write(people, 0, RECORDS_EACH);
            try (DeployedConnector sink = DeployedConnector.deploy(
                    cluster.connect(),
                    topic.name(),
                    destination.sink(topic.name()).with("batch.size", "1").with("max.in.flight.requests", "4"))) {
                for (int death = 1; death <= 3; death++) {
                    long before = destination.writes();
                    Patience.until(Duration.ofMillis(20), destination::writes, writes -> writes > before + 4);
                    long issued = platform.tokens().issued();
                    platform.tokens().revokeAccessTokens();
                    Patience.until(Duration.ofMillis(20), platform.tokens()::issued, tokens -> tokens > issued);
                }
                awaitState(destination, people, RECORDS_EACH - 1);
                assertThat(destination.conflictingWrites()).isZero();
                assertThat(sink.status().isRunning()).isTrue();
                assertThat(destination.server().authorization().requests().of("access_token"))
                        .isEqualTo(4);
            }
        }
    }

    private static void awaitState(SinkDestination destination, List<String> people, int number) {
        Map<String, Integer> expected =
                people.stream().collect(Collectors.toMap(Function.identity(), person -> number));
        Patience.untilAsserted(() -> assertThat(destination.state()).isEqualTo(expected));
    }

    /** All but the 403 without the platform's envelope, which says "stop". */
    private static void injectEverything(SinkDestination destination) {
        List<Fault> faults = new ArrayList<>(EnumSet.complementOf(EnumSet.of(WireFault.FORBIDDEN_WITHOUT_ENVELOPE)));
        faults.add(destination.unknownCode());
        faults.add(new SlowAnswer(Duration.ofMillis(100)));
        FaultPlan plan = destination.faults();
        faults.forEach(fault -> plan.inject(fault, SHARE));
    }

    /** A member is looked up in several requests, and an attempt meets the faults in all of them. */
    private static int peopleOf(EverySink kind) {
        return kind == EverySink.LINKFLOW_GROUP_MEMBERS ? 4 : PEOPLE;
    }

    /** Answers that hang are given up soon. */
    private static ConnectorSettings impatient(ConnectorSettings settings) {
        return settings.with("request.timeout.ms", "3000")
                .with("retry.backoff.max.ms", "50")
                .with("validate.credentials", "false");
    }

    private static Map<String, String> named(ConnectorSettings settings, String name) {
        return settings.with("name", name).with("validate.credentials", "true").values();
    }
}

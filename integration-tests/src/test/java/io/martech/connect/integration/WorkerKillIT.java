package io.martech.connect.integration;

import static io.martech.connect.integration.KillableWorkers.killWhen;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sandbox.cluster.LocalConnectWorker;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A worker is killed (SIGKILL) again and again, always in the middle of something. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@Order(1) // the longest
class WorkerKillIT {

    private static final int PEOPLE = 30;

    /** Source guarantee 7: with exactly-once, the topics tell each version of each row once, and miss none. */
    @ParameterizedTest
    @EnumSource
    void withExactlyOnceNoVersionComesTwiceAndNothingIsMissing(EverySource kind, TestCluster cluster)
            throws InterruptedException {
        String prefix = cluster.uniqueName("once");
        try (SourcePlatform platform = slowWithHistory(kind);
                LocalConnectWorker worker =
                        cluster.startWorker(prefix, KillableWorkers.settings().withExactlyOnceSources())) {
            SourceTopics topics = new SourceTopics(platform, prefix, cluster.uncommitted());
            DeployedConnector.deploy(
                    worker.rest(), prefix, platform.source(prefix).with("exactly.once.support", "required"));

            try (PlatformLife life = PlatformLife.begin(platform)) {
                killInHistoryAndAfterIt(worker, topics);
            }
            Instant end = Instant.now();

            SourceTopics committed = new SourceTopics(platform, prefix, cluster.committed());
            committed.awaitReadUpTo(end);
            committed.awaitEquality();
            for (RowTopic topic : committed.all()) {
                assertThat(topic.repeated()).as("versions that came twice").isEmpty();
                assertThat(topic.backwards())
                        .as("older states after newer ones")
                        .isEmpty();
            }
        }
    }

    /**
     * Without exactly-once nothing is missing either. The sink delivers every record, and of each person in order: after a
     * kill it may repeat a suffix, from its beginning and in order.
     */
    @Test
    void withoutExactlyOnceNothingIsMissingAndEachPersonStaysInOrder(TestCluster cluster) throws InterruptedException {
        String prefix = cluster.uniqueName("least");
        SinkTopic events = SinkTopic.create(cluster, 2);
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start();
                SourcePlatform wukong = slowWithHistory(EverySource.WUKONG);
                SimulatedLinkflow destination = SimulatedLinkflow.start();
                LocalConnectWorker worker = cluster.startWorker(prefix, settingsThatCommitWithinAUnit())) {
            LinkflowPlatform received = destination.platform();
            received.quirks().latency(Duration.ofMillis(50), Duration.ofMillis(150));
            linkflow.insertHistory();
            linkflow.platform().quirks().cursorPageSize(10_000);
            wukong.answerAfter(Duration.ofMillis(200), Duration.ofMillis(300));
            SourceTopics rows = new SourceTopics(linkflow, prefix, cluster.uncommitted());
            SourceTopics leads = new SourceTopics(wukong, prefix + "-wukong", cluster.uncommitted());
            DeployedConnector.deploy(worker.rest(), prefix, linkflow.source(prefix));
            DeployedConnector.deploy(worker.rest(), leads.prefix(), wukong.source(leads.prefix()));
            DeployedConnector.deploy(
                    worker.rest(), events.name(), events.sink(destination).with("batch.size", "5"));

            int kills = 3;
            int recordsEachTime = 20;
            try (PlatformLife life = PlatformLife.begin(linkflow);
                    PlatformLife otherLife = PlatformLife.begin(wukong)) {
                killWhen(
                        worker,
                        () -> List.of(rows.size(), leads.size()),
                        sizes -> sizes.get(0) > 100 && sizes.get(1) > 0);
                assertThat(rows.size())
                        .as("it was killed in the middle of the only page")
                        .isBetween(100, rows.rowsOnPlatform() - 1);
                assertThat(leads.size()).as("and among the days").isLessThan(leads.rowsOnPlatform());
                worker.start();
                for (int kill = 0; kill < kills; kill++) {
                    events.write(PEOPLE, kill * recordsEachTime, (kill + 1) * recordsEachTime);
                    int someOfThem = distinctMessages(received) + PEOPLE * 5;
                    killWhen(worker, () -> distinctMessages(received), messages -> messages >= someOfThem);
                    assertThat(distinctMessages(received))
                            .as("it was killed in the middle")
                            .isLessThan(PEOPLE * recordsEachTime * (kill + 1));
                    worker.start();
                }
            }
            Instant end = Instant.now();

            wukong.answerAfter(Duration.ZERO, Duration.ZERO);
            for (SourceTopics topics : List.of(rows, leads)) {
                topics.awaitReadUpTo(end);
                assertThat(topics.differences()).isEmpty();
            }
            Patience.untilAsserted(
                    () -> assertThat(distinctMessages(received)).isEqualTo(PEOPLE * recordsEachTime * kills));
            assertThat(SinkTopic.numbersByPerson(received.receivedMessages()))
                    .hasSize(PEOPLE)
                    .allSatisfy((person, numbers) -> comeInOrder(numbers, recordsEachTime * kills, kills));
            assertThat(destination.server().conflictingWrites())
                    .as("two requests of one person at once")
                    .isZero();
        }
    }

    private static void comeInOrder(List<Integer> numbers, int end, int kills) {
        assertThat(new TreeSet<>(numbers))
                .containsExactlyElementsOf(IntStream.range(0, end).boxed().toList());
        int steppedBack = 0;
        int before = -1;
        for (int number : numbers) {
            assertThat(number).as("after %d in %s", before, numbers).isLessThanOrEqualTo(before + 1);
            steppedBack += number <= before ? 1 : 0;
            before = number;
        }
        assertThat(before).as("the last of %s", numbers).isEqualTo(end - 1);
        assertThat(steppedBack).as("repetitions in %s", numbers).isLessThanOrEqualTo(kills);
    }

    private static void killInHistoryAndAfterIt(LocalConnectWorker worker, SourceTopics topics) {
        int history = topics.rowsOnPlatform();
        if (topics.platform().isReadInParts()) {
            killWhen(worker, topics::size, size -> size > history / 12);
            worker.start();
            killWhen(worker, topics::size, size -> size > history / 2);
            assertThat(topics.size()).as("both kills hit the history").isLessThan(history);
            worker.start();
        }
        topics.platform().answerAfter(Duration.ofMillis(10), Duration.ofMillis(30));
        Patience.until(topics::size, size -> size >= history);
        for (int kill = 0; kill < 2; kill++) {
            int before = topics.progressRecords();
            killWhen(worker, topics::progressRecords, records -> records > before + 5);
            worker.start();
        }
    }

    private static SourcePlatform slowWithHistory(EverySource kind) {
        SourcePlatform platform = kind.startWithHistory();
        platform.answerAfter(Duration.ofMillis(50), Duration.ofMillis(150));
        return platform;
    }

    private static int distinctMessages(LinkflowPlatform platform) {
        return SinkTopic.numbersByPerson(platform.receivedMessages()).values().stream()
                .mapToInt(numbers -> new TreeSet<>(numbers).size())
                .sum();
    }

    /** Each record is produced alone, and offsets are committed all the time: often when half a unit is in Kafka. */
    private static WorkerSettings settingsThatCommitWithinAUnit() {
        return KillableWorkers.settings()
                .withOffsetFlushInterval(Duration.ofMillis(20))
                .with("producer.batch.size", "1");
    }
}

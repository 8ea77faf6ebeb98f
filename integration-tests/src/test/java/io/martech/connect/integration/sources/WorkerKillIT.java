package io.martech.connect.integration.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.KillableWorker;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.cluster.TopicReader;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A worker is killed (SIGKILL) again and again, always in the middle of something. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@Order(1) // the longest
class WorkerKillIT {

    private static final Duration SLOWLY = Duration.ofMillis(50);

    private final List<SourceTopics> sources = new ArrayList<>();

    @AfterEach
    void hangsUp() {
        sources.forEach(source -> source.platform().close());
    }

    /** Source guarantee 7: with exactly-once, the topics tell each version of each row once, and miss none. */
    @Test
    void withExactlyOnceNoVersionComesTwiceAndNothingIsMissing(TestCluster cluster) throws InterruptedException {
        String name = cluster.uniqueName("once");
        WorkerSettings settings = WorkerSettings.small().withExactlyOnceSources();
        List<PlatformLife> lives = new ArrayList<>();
        try (KillableWorker worker = KillableWorker.start(cluster, name, settings)) {
            for (EverySource kind : EverySource.values()) {
                add(kind.startWithHistory(), name + "-" + kind.name().toLowerCase(Locale.ROOT), cluster.uncommitted());
            }
            for (SourceTopics source : sources) {
                source.platform().answerAfter(SLOWLY, SLOWLY.multipliedBy(3));
                ConnectorSettings exactlyOnce =
                        source.platform().source(source.prefix()).with("exactly.once.support", "required");
                DeployedConnector.deploy(worker.rest(), source.prefix(), exactlyOnce);
                lives.add(PlatformLife.begin(source.platform()));
            }
            killInMidHistory(worker, 12);
            killInMidHistory(worker, 2);
            sources.forEach(source -> source.platform().answerAfter(Duration.ofMillis(10), Duration.ofMillis(30)));
            for (SourceTopics source : sources) {
                Patience.until(source::size, size -> size >= source.rowsOnPlatform());
            }
            killWhenAllHaveReadOn(worker);
            killWhenAllHaveReadOn(worker);
            for (PlatformLife life : lives) {
                life.close();
            }
            Instant end = Instant.now();

            for (SourceTopics source : sources) {
                SourceTopics committed = new SourceTopics(source.platform(), source.prefix(), cluster.committed());
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
    }

    /** Without exactly-once nothing is missing either. */
    @Test
    void withoutExactlyOnceNothingIsMissing(TestCluster cluster) throws InterruptedException {
        String name = cluster.uniqueName("least");
        SimulatedLinkflow linkflow = SimulatedLinkflow.start();
        linkflow.insertHistory();
        linkflow.platform().quirks().cursorPageSize.set(10_000);
        SourceTopics rows = add(linkflow, name, cluster.uncommitted());
        SourceTopics leads = add(EverySource.WUKONG.startWithHistory(), name + "-wukong", cluster.uncommitted());
        leads.platform().answerAfter(SLOWLY.multipliedBy(4), SLOWLY.multipliedBy(6));
        try (KillableWorker worker = KillableWorker.start(cluster, name, settingsThatCommitWithinAChunk())) {
            for (SourceTopics source : sources) {
                DeployedConnector.deploy(
                        worker.rest(), source.prefix(), source.platform().source(source.prefix()));
            }
            try (PlatformLife life = PlatformLife.begin(linkflow);
                    PlatformLife otherLife = PlatformLife.begin(leads.platform())) {
                worker.killWhen(
                        () -> List.of(rows.size(), leads.size()), sizes -> sizes.get(0) > 100 && sizes.get(1) > 0);
                assertThat(rows.size())
                        .as("it was killed in the middle of the only page")
                        .isBetween(100, rows.rowsOnPlatform() - 1);
                assertThat(leads.size()).as("and among the days").isLessThan(leads.rowsOnPlatform());
                linkflow.platform().quirks().cursorPageSize.set(100);
                worker.start();
                killWhenAllHaveReadOn(worker);
            }
            Instant end = Instant.now();

            leads.platform().answerAfter(Duration.ZERO, Duration.ZERO);
            for (SourceTopics source : sources) {
                source.awaitReadUpTo(end);
                assertThat(source.differences()).isEmpty();
            }
        }
    }

    private SourceTopics add(SourcePlatform platform, String prefix, TopicReader reader) {
        sources.add(new SourceTopics(platform, prefix, reader));
        return sources.get(sources.size() - 1);
    }

    /** Kills it when all sources have read that share of their history. Whoever is first goes on more slowly. */
    private void killInMidHistory(KillableWorker worker, int share) {
        List<SourceTopics> inParts = sources.stream()
                .filter(source -> source.platform().isReadInParts())
                .toList();
        worker.killWhen(() -> inParts.stream().map(SourceTopics::size).toList(), sizes -> {
            boolean all = true;
            for (int i = 0; i < sizes.size(); i++) {
                SourceTopics source = inParts.get(i);
                boolean reached = sizes.get(i) > source.rowsOnPlatform() / share;
                Duration least = reached ? SLOWLY.multipliedBy(20) : SLOWLY;
                source.platform().answerAfter(least, least.multipliedBy(3));
                all &= reached;
            }
            return all;
        });
        assertThat(inParts).as("the kill hits the history").allMatch(source -> source.size() < source.rowsOnPlatform());
        worker.start();
    }

    private void killWhenAllHaveReadOn(KillableWorker worker) {
        List<Integer> before =
                sources.stream().map(SourceTopics::progressRecords).toList();
        worker.killWhen(
                () -> sources.stream().map(SourceTopics::progressRecords).toList(),
                now -> IntStream.range(0, now.size()).allMatch(i -> now.get(i) > before.get(i) + 5));
        worker.start();
    }

    /** Each record is produced alone, and offsets are committed all the time: often when half a chunk is in Kafka. */
    private static WorkerSettings settingsThatCommitWithinAChunk() {
        return WorkerSettings.small()
                .withOffsetFlushInterval(Duration.ofMillis(20))
                .with("producer.batch.size", "1");
    }
}

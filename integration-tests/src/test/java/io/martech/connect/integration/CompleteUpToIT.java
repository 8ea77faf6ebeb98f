package io.martech.connect.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.sandbox.cluster.LocalConnectWorker;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Source guarantee 5: with a complete-up-to of T in the progress topic, every row that has not changed since T stands in the
 * data topic as it is, for the same reader, be it one that sees committed records only or one that sees all.
 */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class CompleteUpToIT {

    private static final DateTimeFormatter PLATFORM_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final ZoneOffset PLATFORM_ZONE = ZoneOffset.ofHours(8);

    @Test
    void completeUpToIsNeverAheadOfTheDataWithoutTransactions(TestCluster cluster) throws Exception {
        isNeverAhead(cluster, cluster.worker(), Map.of());
    }

    @Test
    void completeUpToIsNeverAheadOfTheDataWithExactlyOnce(TestCluster cluster) throws Exception {
        try (LocalConnectWorker worker = cluster.startWorker(
                cluster.uniqueName("once"), WorkerSettings.small().withExactlyOnceSources())) {
            isNeverAhead(cluster, worker, Map.of("exactly.once.support", "required"));
        }
    }

    private static void isNeverAhead(TestCluster cluster, LocalConnectWorker worker, Map<String, String> more)
            throws Exception {
        String prefix = cluster.uniqueName("complete");
        String topic = prefix + ".orders";
        cluster.createTopic(topic, 1);
        ConnectorSettings settings;
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start()) {
            linkflow.platform().insertOrderHistory(50, Duration.ofHours(1));
            settings = ConnectorSettings.source(linkflow, prefix).with("resources", "orders");
            for (Map.Entry<String, String> setting : more.entrySet()) {
                settings = settings.with(setting.getKey(), setting.getValue());
            }
            try (DeployedConnector source = DeployedConnector.deploy(worker.rest(), prefix, settings);
                    ChangeLog changes = ChangeLog.begin(linkflow.platform())) {
                Observer observer = new Observer(cluster, prefix, changes);
                await().atMost(Patience.FOR_AN_EFFECT)
                        .until(() -> observer.look().isAfter(Instant.EPOCH));

                // The broker refuses data, and the producer tries again; progress records get through all the while.
                requireReplicas(cluster, topic, 2);
                Instant before = observer.look();
                Instant blockedSince = Instant.now();
                await().pollDelay(Duration.ofSeconds(4))
                        .atMost(Patience.FOR_AN_EFFECT)
                        .until(() -> observer.look() != null);
                requireReplicas(cluster, topic, 1);

                assertThat(before).isBefore(blockedSince);
                await().atMost(Patience.FOR_AN_EFFECT)
                        .until(() -> observer.look().isAfter(blockedSince.plusSeconds(4)));
                assertThat(observer.comparisons()).isGreaterThan(100);
                assertThat(source.status().isRunning()).isTrue();
            }
        }
    }

    private static void requireReplicas(TestCluster cluster, String topic, int replicas)
            throws ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", cluster.broker().bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("min.insync.replicas", Integer.toString(replicas)),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    /** Reads complete-up-to first and the data afterwards, as a consumer would that relies on it. */
    private static final class Observer {

        private final TestCluster cluster;
        private final String prefix;
        private final ChangeLog changes;
        private long comparisons;

        Observer(TestCluster cluster, String prefix, ChangeLog changes) {
            this.cluster = cluster;
            this.prefix = prefix;
            this.changes = changes;
        }

        /** @return the complete-up-to that both readers have seen, or more */
        Instant look() {
            look(cluster.uncommitted());
            return look(cluster.committed());
        }

        long comparisons() {
            return comparisons;
        }

        private Instant look(TopicReader reader) {
            Instant completeUpTo = ProgressTopic.read(reader, prefix, "orders").completeUpTo();
            RowTopic topic = RowTopic.read(reader, prefix + ".orders");
            // A row that has changed again since T may have left its window before it was read; it appears when it
            // pauses.
            changes.newestByRow().forEach((id, time) -> {
                if (time.isBefore(completeUpTo)) {
                    comparisons++;
                    Map<String, Object> row = topic.fold().get(id);
                    assertThat(row == null ? null : parse(row.get("lastUpdated")))
                            .as("what the topic shows of order %d, complete up to %s", id, completeUpTo)
                            .isEqualTo(time);
                }
            });
            return completeUpTo;
        }
    }

    /** Changes orders all the time and remembers what it did. */
    private static final class ChangeLog implements AutoCloseable {

        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        private final Map<Long, Instant> newest = new ConcurrentHashMap<>();
        private int changes;

        static ChangeLog begin(LinkflowPlatform platform) {
            ChangeLog log = new ChangeLog();
            log.thread.scheduleAtFixedRate(() -> log.change(platform), 0, 100, TimeUnit.MILLISECONDS);
            return log;
        }

        /** When each row was changed last. */
        Map<Long, Instant> newestByRow() {
            return Map.copyOf(newest);
        }

        private void change(LinkflowPlatform platform) {
            long id = changes++ % 3 == 0
                    ? platform.insertOrder()
                    : platform.updateRandomOrders(1).get(0);
            newest.put(
                    id,
                    parse(platform.order(id).orElseThrow().path("lastUpdated").textValue()));
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }

    private static Instant parse(Object platformTime) {
        return LocalDateTime.parse((String) platformTime, PLATFORM_TIME).toInstant(PLATFORM_ZONE);
    }
}

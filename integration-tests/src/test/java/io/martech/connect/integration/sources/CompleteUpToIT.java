package io.martech.connect.integration.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.cluster.TopicReader;
import io.martech.connect.integration.cluster.TopicReader.JsonRecord;
import io.martech.connect.sandbox.cluster.LocalConnectWorker;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Source guarantee 5: when a reader sees a complete-up-to of T in the progress topic, every change before T can be read in the
 * data topic already. The broker itself says what it took when; units are large, so that the last record of one is taken some
 * milliseconds after the first, and after a progress record that did not wait for it.
 */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class CompleteUpToIT {

    private static final int ORDERS = 300;
    private static final int CHANGES_AT_ONCE = 80;

    @Test
    void completeUpToIsNeverAheadOfTheDataWithoutTransactions(TestCluster cluster) {
        isNeverAhead(cluster, cluster.worker(), "requested");
    }

    @Test
    void completeUpToIsNeverAheadOfTheDataWithExactlyOnce(TestCluster cluster) {
        try (LocalConnectWorker worker = cluster.startWorker(
                cluster.uniqueName("once"), WorkerSettings.small().withExactlyOnceSources())) {
            isNeverAhead(cluster, worker, "required");
        }
    }

    private static void isNeverAhead(TestCluster cluster, LocalConnectWorker worker, String exactlyOnce) {
        String prefix = cluster.uniqueName("complete");
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start()) {
            LinkflowPlatform platform = linkflow.platform();
            platform.quirks().windowPageSize.set(200);
            platform.orders().insertHistory(ORDERS, Duration.ofHours(1));
            ConnectorSettings settings = linkflow.source(prefix)
                    .with("resources", "orders")
                    .with("exactly.once.support", exactlyOnce)
                    .with("topic.creation.default." + TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
            try (DeployedConnector source = DeployedConnector.deploy(worker.rest(), prefix, settings)) {
                for (int burst = 0; burst < 3; burst++) {
                    Instant before = Instant.now();
                    changeManyAtOnce(platform);
                    Patience.until(
                            () -> ProgressTopic.read(cluster.uncommitted(), prefix, "orders")
                                    .completeUpTo(),
                            completeUpTo -> completeUpTo.isAfter(before.plusSeconds(1)));
                }

                assertThat(comparisons(cluster.uncommitted(), prefix))
                        .isNotEmpty()
                        .allSatisfy(comparison -> assertThat(comparison.takenAfter())
                                .as(
                                        "data taken after a progress record that said complete up to %s",
                                        comparison.completeUpTo())
                                .isEmpty());
                assertThat(source.status().isRunning()).isTrue();
            }
        }
    }

    private static void changeManyAtOnce(LinkflowPlatform platform) {
        platform.orders().ids().stream().limit(CHANGES_AT_ONCE).forEach(platform.orders()::update);
    }

    /**
     * What one progress record says, and what the broker took only afterwards.
     *
     * @param takenAfter changes before the complete-up-to; there should be none
     */
    private record Comparison(Instant completeUpTo, List<String> takenAfter) {}

    private static List<Comparison> comparisons(TopicReader reader, String prefix) {
        List<JsonRecord> data = reader.json(prefix + ".orders");
        List<Comparison> comparisons = new ArrayList<>();
        for (JsonRecord progress : reader.json(prefix + ".progress")) {
            JsonNode completeUpTo = progress.value().path("completeUpTo");
            if (completeUpTo.isTextual()) {
                Instant time = instant(completeUpTo);
                comparisons.add(new Comparison(
                        time,
                        data.stream()
                                .filter(record -> instant(record.value().path("lastUpdated"))
                                                .isBefore(time)
                                        && record.raw().timestamp()
                                                > progress.raw().timestamp())
                                .map(record ->
                                        record.key() + " of " + record.value().path("lastUpdated"))
                                .toList()));
            }
        }
        return comparisons;
    }

    private static Instant instant(JsonNode time) {
        return OffsetDateTime.parse(time.textValue()).toInstant();
    }
}

package io.martech.connect.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.integration.TopicReader.JsonRecord;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.youmi.YoumiFault;
import io.martech.connect.sandbox.youmi.YoumiList;
import io.martech.connect.sandbox.youmi.YoumiPlatform;
import io.martech.connect.sandbox.youmi.YoumiServer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The built archive reads Youmi's lists on a worker. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class YoumiSourceIT {

    private static final int ROWS = 20;
    private static final List<String> UNPACKED = List.of("ad_brand_welist_items", "wechats_items", "customVal_items");

    @Test
    void allListsArriveStayTrueAndAreNotRepeated(TestCluster cluster) {
        YoumiPlatform platform = new YoumiPlatform(InstantSource.system(), 20_260_105);
        for (YoumiList list : YoumiList.values()) {
            platform.insert(list, ROWS);
        }
        platform.behaviour().shuffling(true);
        String prefix = cluster.uniqueName("youmi");
        try (YoumiServer youmi = YoumiServer.start(platform);
                DeployedConnector source =
                        DeployedConnector.deploy(cluster.connect(), prefix, settings(youmi, prefix))) {
            awaitEverything(cluster, prefix, platform);

            youmi.faults()
                    .inject(YoumiFault.SERVER_FAULT, 0.3)
                    .inject(YoumiFault.ERROR_WITH_EMPTY_LIST, 0.3, Traffic.READ);
            platform.revokeTokens();
            platform.moveCounters();
            for (YoumiList list : YoumiList.values()) {
                platform.updateRandom(list, 1);
            }
            awaitEverything(cluster, prefix, platform);
            source.stop();
            source.resume();
            source.awaitRunning();
            platform.insert(YoumiList.LABELS);
            awaitEverything(cluster, prefix, platform);

            assertThat(source.status().isRunning()).isTrue();
            for (YoumiList list : YoumiList.values()) {
                assertThat(cluster.committed().json(prefix + "." + list.text()))
                        .as("records of %s: rows at first, one change, one label more", list.text())
                        .hasSize(ROWS + 1 + (list == YoumiList.LABELS ? 1 : 0));
            }
            assertThat(youmi.ownErrors()).isEmpty();
        }
    }

    private static void awaitEverything(TestCluster cluster, String prefix, YoumiPlatform platform) {
        await().atMost(Patience.FOR_AN_EFFECT).untilAsserted(() -> {
            for (YoumiList list : YoumiList.values()) {
                Map<String, Object> fold = new TreeMap<>();
                for (JsonRecord record : cluster.committed().json(prefix + "." + list.text())) {
                    fold.put(list.keyOf(record.key()), compared(record.value()));
                }
                Map<String, Object> truth = new TreeMap<>();
                platform.rowsByKey(list).forEach((key, row) -> truth.put(key, compared(row)));
                assertThat(fold).as(list.text()).isEqualTo(truth);
            }
        });
    }

    /** Counters are as they were when something else had changed; what was unpacked stands in the text too. */
    private static Map<String, Object> compared(JsonNode row) {
        ObjectNode copy = row.deepCopy();
        copy.remove(YoumiPlatform.COUNTERS);
        copy.remove(UNPACKED);
        return CanonicalRow.of(copy);
    }

    private static ConnectorSettings settings(YoumiServer youmi, String prefix) {
        Map<String, String> values = new TreeMap<>();
        values.put("connector.class", "io.martech.connect.source.youmi.YoumiSourceConnector");
        values.put("tasks.max", "2");
        values.put("youmi.url", youmi.uri().toString());
        values.put("youmi.app.id", YoumiPlatform.APP_ID);
        values.put("youmi.app.key", YoumiPlatform.APP_KEY);
        values.put("topic.prefix", prefix);
        values.put("poll.interval.ms", "300");
        values.put("timestamp.handling.mode", "iso");
        values.put("retry.backoff.ms", "20");
        values.put("retry.backoff.max.ms", "200");
        values.put("topic.creation.default.partitions", "1");
        values.put("topic.creation.default.replication.factor", "1");
        values.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        values.put("key.converter.schemas.enable", "false");
        values.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        values.put("value.converter.schemas.enable", "false");
        return new ConnectorSettings(values);
    }
}

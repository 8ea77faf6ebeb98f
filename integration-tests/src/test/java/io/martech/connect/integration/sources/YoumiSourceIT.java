package io.martech.connect.integration.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.sandbox.youmi.YoumiList;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is particular to Youmi's lists on a worker; what holds for every source is tested for Youmi too. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class YoumiSourceIT {

    @Test
    void aDeadTokenCountersAndARestartRepeatNothing(TestCluster cluster) {
        String prefix = cluster.uniqueName("youmi");
        try (SimulatedYoumi youmi = SimulatedYoumi.start()) {
            youmi.insertSomeRows();
            SourceTopics topics = new SourceTopics(youmi, prefix, cluster.committed());
            try (DeployedConnector source = DeployedConnector.deploy(cluster.connect(), prefix, youmi.source(prefix))) {
                topics.awaitEquality();
                int rows = recordsOf(topics);

                youmi.platform().revokeTokens();
                for (YoumiList list : YoumiList.values()) {
                    youmi.platform().updateRandom(list, 1);
                }
                topics.awaitEquality();
                source.stop();
                source.resume();
                source.awaitRunning();
                youmi.platform().insert(YoumiList.LABELS);
                topics.awaitEquality();
                youmi.platform().moveCounters();
                String label = youmi.platform().rowsByKey(YoumiList.LABELS).firstKey();
                youmi.platform().edit(YoumiList.LABELS, label, row -> row.put("ad_label_info_name", "成交"));
                topics.awaitReadUpTo(Instant.now());

                assertThat(recordsOf(topics))
                        .as("a change in each list, one label more, and one more change after all counters had moved")
                        .isEqualTo(rows + YoumiList.values().length + 2);
                assertThat(source.status().isRunning()).isTrue();
            }
        }
    }

    private static int recordsOf(SourceTopics topics) {
        return topics.all().stream().mapToInt(RowTopic::size).sum();
    }
}

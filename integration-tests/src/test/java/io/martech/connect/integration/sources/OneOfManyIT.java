package io.martech.connect.integration.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.sandbox.http.Delivery;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.WireFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One row never stops a resource, and one resource never stops another; both are in sight. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class OneOfManyIT {

    @Test
    void aBrokenRowAndALostPermissionStopNothingElseAndAreInSight(TestCluster cluster) {
        String prefix = cluster.uniqueName("one");
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start()) {
            for (int number = 0; number < 5; number++) {
                linkflow.platform().groups().add("群组 " + number, "static");
                linkflow.platform().tags().add("tag_" + number, "text");
            }
            linkflow.faults().injectWhere(new FirstRowWithoutId(), request -> request.path()
                    .equals("/open/groups"));
            linkflow.faults().injectWhere(WireFault.FORBIDDEN_WITHOUT_ENVELOPE, request -> request.path()
                    .equals("/v1/tags"));
            try (DeployedConnector source = DeployedConnector.deploy(
                    cluster.connect(),
                    prefix,
                    linkflow.source(prefix)
                            .withoutTrial()
                            .with("resources", "groups,tags")
                            .with("groups.poll.interval.ms", "300"))) {
                Patience.untilAsserted(
                        () -> assertThat(values(cluster, prefix + ".groups")).hasSize(4));
                Patience.untilAsserted(
                        () -> assertThat(values(cluster, prefix + ".malformed")).isNotEmpty());
                assertThat(values(cluster, prefix + ".malformed").get(0).toString())
                        .contains("groups")
                        .contains("群组 0");
                Patience.untilAsserted(() -> assertThat(ProgressTopic.read(cluster.committed(), prefix, "tags")
                                .records())
                        .as("why tags are not read")
                        .anyMatch(record -> record.path("failure").asText().contains("403")));
                assertThat(ProgressTopic.read(cluster.committed(), prefix, "groups")
                                .records())
                        .anyMatch(record -> record.path("malformedRows").asLong() > 0);
                assertThat(source.status().isRunning()).isTrue();
                assertThat(values(cluster, prefix + ".tags")).isEmpty();

                linkflow.faults().heal();
                Patience.untilAsserted(
                        () -> assertThat(values(cluster, prefix + ".tags")).hasSize(5));
                Patience.untilAsserted(
                        () -> assertThat(values(cluster, prefix + ".groups")).hasSize(5));
            }
        }
    }

    private static List<JsonNode> values(TestCluster cluster, String topic) {
        return cluster.committed().json(topic).stream()
                .map(record -> record.value())
                .toList();
    }

    /** A list whose first row has lost its id. */
    private record FirstRowWithoutId() implements Fault {

        @Override
        public boolean letsTheRequestThrough() {
            return true;
        }

        @Override
        public Delivery strike(Response answer) {
            ArrayNode rows = (ArrayNode) JsonText.read(answer.body()).orElseThrow();
            ((ObjectNode) rows.get(0)).remove("id");
            return Delivery.whole(answer.withBody(JsonText.bytes(rows)));
        }
    }
}

package io.martech.connect.integration.containers;

import io.martech.connect.integration.ProjectRoot;
import io.martech.connect.sandbox.cluster.KafkaRuntime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Broker and worker are the image {@code apache/kafka}, in the versions that all other tests run as processes. */
@Tag("containers")
@Testcontainers(disabledWithoutDocker = true)
class ApacheContainersIT {

    @ParameterizedTest
    @ValueSource(strings = {KafkaRuntime.OLDEST, KafkaRuntime.NEWEST})
    void everySourceAndSinkOutlivesAKillAndAFault(String line) {
        String version = KafkaRuntime.builtUnder(ProjectRoot.find(), line).version();
        try (ContainerCluster cluster = ContainerCluster.ofApache(version);
                EndToEndContract contract = new EndToEndContract(cluster)) {
            contract.holds();
        }
    }
}

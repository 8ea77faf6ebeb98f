package io.martech.connect.integration.containers;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Broker, worker with Confluent's Avro converter, and schema registry are Confluent's images. */
@Tag("containers")
@Testcontainers(disabledWithoutDocker = true)
class ConfluentContainersIT {

    /** Set by the profile, which takes it from the parent pom. */
    private static final String VERSION = "confluent.platform.version";

    @Test
    void everySourceAndSinkOutlivesAKillAndAFault() {
        try (ContainerCluster cluster = ContainerCluster.ofConfluent(System.getProperty(VERSION));
                EndToEndContract contract = new EndToEndContract(cluster)) {
            contract.holds();
        }
    }
}

package io.martech.connect.integration.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.integration.Patience;
import io.martech.connect.integration.ProjectRoot;
import io.martech.connect.sandbox.cluster.BrokerSettings;
import io.martech.connect.sandbox.cluster.ClusterException;
import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.KafkaRuntime;
import io.martech.connect.sandbox.cluster.LocalBroker;
import io.martech.connect.sandbox.cluster.LocalCluster;
import io.martech.connect.sandbox.cluster.LocalConnectWorker;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.file.FileStreamSourceConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local cluster itself, seen through a connector of Kafka's own that reads lines of a file. */
class LocalClusterIT {

    /** The line that the file connectors belong to: they call internals of Kafka that have moved since. */
    private static final KafkaRuntime KAFKA = KafkaRuntime.builtUnder(ProjectRoot.find(), KafkaRuntime.OLDEST);

    @TempDir
    static Path directory;

    private static Path plugins;
    private static LocalCluster cluster;

    @BeforeAll
    static void startsTheClusterWithKafkasFileConnectors() throws IOException, URISyntaxException {
        plugins = Files.createDirectories(directory.resolve("plugins"));
        Path jar = Path.of(FileStreamSourceConnector.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(jar, Files.createDirectory(plugins.resolve("file")).resolve("connect-file.jar"));
        cluster = LocalCluster.start(
                KAFKA,
                BrokerSettings.small(),
                WorkerSettings.small().withExactlyOnceSources(),
                plugins,
                directory.resolve("cluster"));
    }

    @AfterAll
    static void stopsTheCluster() {
        cluster.close();
        assertThat(cluster.worker().isRunning()).isFalse();
        assertThat(cluster.broker().isRunning()).isFalse();
    }

    @Test
    void aRestartedBrokerStillHasItsTopics() throws IOException {
        Path input = Files.writeString(directory.resolve("restarted.txt"), "one\n");
        deploy("restarted", input);
        awaitLines("restarted", List.of("one"));

        cluster.broker().close();
        assertThat(cluster.broker().isRunning()).isFalse();
        cluster.broker().start();

        awaitLines("restarted", List.of("one"));
    }

    @Test
    void offsetsAreListedAlteredAndReset() throws IOException {
        Path input = Files.writeString(directory.resolve("offsets.txt"), "one\ntwo\n");
        deploy("offsets", input);
        awaitLines("offsets", List.of("one", "two"));
        ConnectRestClient rest = cluster.worker().rest();
        Patience.untilAsserted(() -> assertThat(position(rest, "offsets")).isEqualTo(8));

        rest.stop("offsets");
        Patience.until(() -> rest.status("offsets").isStopped());
        ObjectNode toSecondLine = JsonNodeFactory.instance.objectNode();
        ObjectNode offset = toSecondLine.putArray("offsets").addObject();
        offset.putObject("partition").put("filename", input.toString());
        offset.putObject("offset").put("position", 4);
        rest.alterOffsets("offsets", toSecondLine);
        assertThat(position(rest, "offsets")).isEqualTo(4);

        rest.resume("offsets");
        awaitLines("offsets", List.of("one", "two", "two"));

        rest.stop("offsets");
        Patience.until(() -> rest.status("offsets").isStopped());
        rest.resetOffsets("offsets");
        assertThat(rest.offsets("offsets").path("offsets")).isEmpty();
    }

    @Test
    void secretsAndAddressesComeFromAFile() throws IOException {
        Path input = Files.writeString(directory.resolve("secret.txt"), "one\n");
        Path secrets = Files.writeString(directory.resolve("secrets.properties"), "input=" + input + "\n");

        deploy("secret", Path.of("${file:" + secrets + ":input}"));

        awaitLines("secret", List.of("one"));
        assertThat(cluster.worker().rest().configuration("secret").path("file").asText())
                .isEqualTo("${file:" + secrets + ":input}");
    }

    @Test
    void aTakenPortIsToldBeforeAnythingIsStarted() {
        int taken = Integer.parseInt(cluster.broker().bootstrapServers().split(":")[1]);

        assertThatThrownBy(() -> LocalBroker.start(
                        KAFKA, BrokerSettings.small().withPort(taken), directory.resolve("second-broker")))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("Port " + taken + " for the Kafka broker is taken by another process");
    }

    @Test
    void aWorkerThatCannotStartIsToldWithItsLog() {
        assertThatThrownBy(() -> LocalConnectWorker.start(
                        KAFKA,
                        cluster.broker().bootstrapServers(),
                        plugins,
                        WorkerSettings.small().withGroupId("broken").with("offset.flush.interval.ms", "soon"),
                        directory.resolve("broken")))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("The Connect worker ended with exit code")
                .hasMessageContaining("Invalid value soon for configuration offset.flush.interval.ms");
    }

    private static long position(ConnectRestClient rest, String connector) {
        return rest.offsets(connector).at("/offsets/0/offset/position").asLong(-1);
    }

    private static void deploy(String name, Path input) {
        cluster.worker()
                .rest()
                .deploy(
                        name,
                        Map.of(
                                "connector.class",
                                FileStreamSourceConnector.class.getName(),
                                "file",
                                input.toString(),
                                "topic",
                                name,
                                "topic.creation.default.partitions",
                                "1",
                                "topic.creation.default.replication.factor",
                                "1",
                                "value.converter",
                                "org.apache.kafka.connect.storage.StringConverter"));
    }

    private static void awaitLines(String topic, List<String> lines) {
        try (TopicReader reader = TopicReader.committed(cluster.broker().bootstrapServers())) {
            Patience.untilAsserted(() -> assertThat(reader.bytes(topic))
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .containsExactlyElementsOf(lines));
        }
    }
}

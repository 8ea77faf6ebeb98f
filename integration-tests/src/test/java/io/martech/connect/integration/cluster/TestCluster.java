package io.martech.connect.integration.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.martech.connect.integration.ProjectRoot;
import io.martech.connect.sandbox.cluster.BrokerSettings;
import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.KafkaRuntime;
import io.martech.connect.sandbox.cluster.LocalBroker;
import io.martech.connect.sandbox.cluster.LocalCluster;
import io.martech.connect.sandbox.cluster.LocalConnectWorker;
import io.martech.connect.sandbox.cluster.PluginArchives;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * One broker and one at-least-once worker that run the built archives, shared by all tests of this JVM.
 *
 * <p>Tests stay apart by names: see {@link #uniqueName}. A test that kills a worker, or needs exactly-once, starts one of
 * its own on the shared broker: {@link #startWorker}.
 */
public final class TestCluster implements AutoCloseable {

    private static final String KAFKA_LINE = System.getProperty("kafka.line", KafkaRuntime.NEWEST);

    private final KafkaRuntime runtime;
    private final Path directory;
    private final Path plugins;
    private final SharedClasses classes;
    private final LocalCluster cluster;
    private final TopicReader committed;
    private final TopicReader uncommitted;

    private TestCluster(KafkaRuntime runtime, Path directory, Path plugins) {
        this.runtime = runtime;
        this.directory = directory;
        this.plugins = plugins;
        this.classes = new SharedClasses(runtime, directory);
        this.cluster = LocalCluster.start(
                runtime, BrokerSettings.small(), classes.listing(WorkerSettings.small()), plugins, directory);
        logAtDebug(cluster.worker());
        committed = TopicReader.committed(broker().bootstrapServers());
        uncommitted = TopicReader.uncommitted(broker().bootstrapServers());
    }

    public static TestCluster start() {
        return start(KAFKA_LINE);
    }

    /** @param kafkaLine {@link KafkaRuntime#NEWEST} or {@link KafkaRuntime#OLDEST} */
    public static TestCluster start(String kafkaLine) {
        Path root = ProjectRoot.find();
        Path directory = freshDirectory(root.resolve("integration-tests/target/cluster"));
        Path plugins = PluginArchives.builtUnder(root).unpackInto(directory.resolve("plugins"));
        return new TestCluster(KafkaRuntime.builtUnder(root, kafkaLine), directory, plugins);
    }

    /** A name that no other test uses, for a connector, a topic prefix or a topic. */
    public String uniqueName(String purpose) {
        return purpose + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** The REST interface of the shared worker. */
    public ConnectRestClient connect() {
        return cluster.worker().rest();
    }

    public LocalBroker broker() {
        return cluster.broker();
    }

    /** The worker that all tests share: do not kill it. */
    public LocalConnectWorker worker() {
        return cluster.worker();
    }

    /**
     * A worker of a Connect cluster of its own on the shared broker. The test closes it.
     *
     * @param name of the Connect cluster, from {@link #uniqueName}
     */
    public LocalConnectWorker startWorker(String name, WorkerSettings settings) {
        return startWorker(name, name, settings);
    }

    /** One more worker for such a Connect cluster. The test closes it. */
    public LocalConnectWorker joinWorker(String name, WorkerSettings settings) {
        return startWorker(name, uniqueName(name), settings);
    }

    private LocalConnectWorker startWorker(String group, String worker, WorkerSettings settings) {
        return LocalConnectWorker.start(
                runtime,
                broker().bootstrapServers(),
                plugins,
                classes.sharing(settings).withGroupId(group),
                directory.resolve(worker));
    }

    /** What consumers see that read committed records only. */
    public TopicReader committed() {
        return committed;
    }

    /** What consumers see by default. */
    public TopicReader uncommitted() {
        return uncommitted;
    }

    /** Creates a topic on any broker. */
    public static void createTopic(String bootstrapServers, String topic, int partitions) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Topic " + topic + " was not created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For topics that would fill the disk. */
    public void deleteTopic(String topic) {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker().bootstrapServers()))) {
            admin.deleteTopics(List.of(topic));
        }
    }

    /** So that the last test can tell whether a secret is logged at any level. */
    private static void logAtDebug(LocalConnectWorker worker) {
        worker.rest()
                .call(
                        "PUT",
                        "/admin/loggers/io.martech.connect",
                        JsonNodeFactory.instance.objectNode().put("level", "DEBUG"));
    }

    @Override
    public void close() {
        committed.close();
        uncommitted.close();
        cluster.close();
    }

    private static Path freshDirectory(Path parent) {
        try {
            Files.createDirectories(parent);
            return Files.createTempDirectory(parent, "run-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

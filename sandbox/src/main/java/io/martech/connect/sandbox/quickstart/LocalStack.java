package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.cluster.BrokerSettings;
import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.JvmOptions;
import io.martech.connect.sandbox.cluster.LocalBroker;
import io.martech.connect.sandbox.cluster.LocalConnectWorker;
import io.martech.connect.sandbox.cluster.PropertiesFile;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import io.martech.connect.sandbox.quickstart.streams.Platform;
import io.martech.connect.sandbox.quickstart.streams.Streams;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Everything that runs: the simulated platforms in this process; broker and worker as processes of their own. */
final class LocalStack implements AutoCloseable {

    private static final int PARTITIONS = 3;

    private final Streams streams;
    private final LocalBroker broker;
    private final LocalConnectWorker worker;
    private final RunDirectory directory;

    private LocalStack(Streams streams, LocalBroker broker, LocalConnectWorker worker, RunDirectory directory) {
        this.streams = streams;
        this.broker = broker;
        this.worker = worker;
        this.directory = directory;
    }

    /**
     * Starts everything, on these ports or on any free ones for 0, with the built archives on the worker's {@code plugin.path}. No connector is deployed yet.
     *
     * @throws io.martech.connect.sandbox.cluster.ClusterException if a part does not come up
     * @param streams started; it is stopped if this fails
     */
    static LocalStack start(Project project, int kafkaPort, int connectPort, Streams streams, RunDirectory directory) {
        try {
            LocalBroker broker = LocalBroker.start(
                    project.kafka(),
                    BrokerSettings.small().withPort(kafkaPort),
                    directory.path().resolve("broker"));
            try {
                return new LocalStack(
                        streams, broker, startWorker(project, connectPort, streams, broker, directory), directory);
            } catch (RuntimeException e) {
                broker.close();
                throw e;
            }
        } catch (RuntimeException e) {
            streams.close();
            throw e;
        }
    }

    private static LocalConnectWorker startWorker(
            Project project, int port, Streams streams, LocalBroker broker, RunDirectory directory) {
        Path plugins = project.archives().unpackInto(directory.path().resolve("plugins"));
        Path home = directory.path().resolve("worker");
        // What users write for themselves after the models in config/.
        for (Platform platform : streams.platforms()) {
            PropertiesFile.write(home.resolve(platform.propertiesFile()), platform.properties(directory.path()));
        }
        return LocalConnectWorker.start(
                project.kafka(),
                broker.bootstrapServers(),
                plugins,
                new WorkerSettings(port, "quickstart", JvmOptions.small(), project.workerProperties()),
                home);
    }

    /** Where the logs are, and what connectors read from config/. */
    Path directory() {
        return directory.path();
    }

    Streams streams() {
        return streams;
    }

    ConnectRestClient connect() {
        return worker.rest();
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    Path workerLog() {
        return worker.logFile();
    }

    /** Creates a topic with three partitions. */
    void createTopic(String topic) {
        Map<String, Object> properties = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        try (Admin admin = Admin.create(properties)) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new QuickstartException(
                    "The topic " + topic + " was not created: " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QuickstartException("Creating the topic " + topic + " was interrupted");
        }
    }

    /** What of it has ended by itself, as a sentence. */
    Optional<String> deadPart() {
        if (!broker.isRunning()) {
            return Optional.of("The Kafka broker has ended. Its log: " + broker.logFile());
        }
        if (!worker.isRunning()) {
            return Optional.of("The Connect worker has ended. Its log: " + workerLog());
        }
        return Optional.empty();
    }

    /** Stops the worker, then what it needs for stopping. */
    @Override
    public void close() {
        worker.close();
        broker.close();
        streams.close();
    }
}

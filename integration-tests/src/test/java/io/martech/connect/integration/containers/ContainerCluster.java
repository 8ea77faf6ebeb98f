package io.martech.connect.integration.containers;

import io.martech.connect.integration.ProjectRoot;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.PluginArchives;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import io.martech.connect.sandbox.format.AvroFormat;
import io.martech.connect.sandbox.format.RecordFormat;
import io.martech.connect.sandbox.format.SchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.testcontainers.Testcontainers;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.kafka.ConfluentKafkaContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A broker and a Connect worker in containers, with the built archives. Simulated platforms stay in this process, where a worker
 * reaches them by a name of Testcontainers; files of secrets and tokens have the same path on both sides.
 */
final class ContainerCluster implements AutoCloseable {

    private static final Path SHARED = ProjectRoot.find().resolve("integration-tests/target");
    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");
    private static final String HOST = "host.testcontainers.internal";
    private static final String BROKER = "broker:19092";
    private static final String REGISTRY = "registry";
    private static final int REST = 8083;
    private static final int REGISTRY_PORT = 8081;
    private static final Duration TO_START = Duration.ofMinutes(4);

    private final Network network = Network.newNetwork();
    private final Path plugins;
    private GenericContainer<?> broker;
    private GenericContainer<?> registry;
    private Supplier<GenericContainer<?>> workers;
    private GenericContainer<?> worker;
    private String bootstrapServers;

    private ContainerCluster() {
        plugins = PluginArchives.builtUnder(ProjectRoot.find()).unpackInto(SHARED.resolve("containers/plugins"));
    }

    /** Broker and worker of Apache's image, records in JSON. */
    static ContainerCluster ofApache(String version) {
        DockerImageName image = DockerImageName.parse("apache/kafka").withTag(version);
        ContainerCluster cluster = new ContainerCluster();
        return cluster.started(() -> {
            KafkaContainer kafka = new KafkaContainer(image).withListener(BROKER);
            cluster.startBroker(kafka);
            cluster.bootstrapServers = kafka.getBootstrapServers();
            String properties = lines(cluster.workerProperties(cluster.plugins.toString()));
            cluster.workers = () -> new GenericContainer<>(image)
                    .withCopyToContainer(Transferable.of(properties), "/tmp/worker.properties")
                    .withCommand("/opt/kafka/bin/connect-distributed.sh", "/tmp/worker.properties");
        });
    }

    /** Broker, worker and schema registry of Confluent's images, records in Avro. */
    static ContainerCluster ofConfluent(String version) {
        ContainerCluster cluster = new ContainerCluster();
        return cluster.started(() -> {
            ConfluentKafkaContainer kafka =
                    new ConfluentKafkaContainer(confluent("cp-kafka", version)).withListener(BROKER);
            cluster.startBroker(kafka);
            cluster.bootstrapServers = kafka.getBootstrapServers();
            cluster.startRegistry(confluent("cp-schema-registry", version));
            // The image has its converters on the plugin path.
            Map<String, String> properties = cluster.workerProperties(cluster.plugins + ",/usr/share/java");
            for (String side : new String[] {"key", "value"}) {
                properties.put(side + ".converter", "io.confluent.connect.avro.AvroConverter");
                properties.put(side + ".converter.schema.registry.url", "http://" + REGISTRY + ":" + REGISTRY_PORT);
            }
            cluster.workers = () ->
                    new GenericContainer<>(confluent("cp-kafka-connect", version)).withEnv(environment(properties));
        });
    }

    private ContainerCluster started(Runnable start) {
        try {
            start.run();
            startWorker();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startBroker(GenericContainer<?> container) {
        broker = container.withNetwork(network).withStartupTimeout(TO_START);
        broker.start();
    }

    private void startRegistry(DockerImageName image) {
        registry = new GenericContainer<>(image)
                .withNetwork(network)
                .withNetworkAliases(REGISTRY)
                .withEnv("SCHEMA_REGISTRY_HOST_NAME", REGISTRY)
                .withEnv("SCHEMA_REGISTRY_LISTENERS", "http://0.0.0.0:" + REGISTRY_PORT)
                .withEnv("SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS", "PLAINTEXT://" + BROKER)
                .withEnv("SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL", "backward_transitive")
                .withExposedPorts(REGISTRY_PORT)
                .waitingFor(Wait.forHttp("/subjects").forPort(REGISTRY_PORT).withStartupTimeout(TO_START));
        registry.start();
    }

    /** Starts a worker, which takes over what one before it had. */
    void startWorker() {
        worker = workers.get()
                .withNetwork(network)
                .withAccessToHost(true)
                .withExposedPorts(REST)
                .withFileSystemBind(SHARED.toString(), SHARED.toString(), BindMode.READ_WRITE)
                // Files of secrets are readable for their owner only, whoever that is here.
                .withCreateContainerCmdModifier(command -> command.withUser("root"))
                .waitingFor(Wait.forHttp("/health").forPort(REST).withStartupTimeout(TO_START));
        worker.start();
    }

    /** Ends the worker at once, as SIGKILL does. */
    void killWorker() {
        worker.getDockerClient().killContainerCmd(worker.getContainerId()).exec();
        worker.stop();
    }

    ConnectRestClient connect() {
        return new ConnectRestClient("http://" + worker.getHost() + ":" + worker.getMappedPort(REST));
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** What the topics are written in. */
    RecordFormat format() {
        return registry == null
                ? RecordFormat.JSON
                : new AvroFormat(new SchemaRegistry(
                        "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT)));
    }

    /** The same connector as the worker has to see it: other addresses, and with a registry, the worker's own converters. */
    ConnectorSettings inContainer(ConnectorSettings settings) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.values().forEach((key, value) -> {
            Matcher address = ADDRESS.matcher(value);
            while (address.find()) {
                Testcontainers.exposeHostPorts(Integer.parseInt(address.group(1)));
            }
            if (registry == null || !key.matches("(key|value)\\.converter.*")) {
                values.put(key, address.replaceAll(HOST + ":$1"));
            }
        });
        return new ConnectorSettings(values);
    }

    private Map<String, String> workerProperties(String pluginPath) {
        return WorkerSettings.small()
                .with("plugin.discovery", "HYBRID_WARN")
                .with("rest.advertised.host.name", "worker")
                .complete(BROKER, "http://0.0.0.0:" + REST, pluginPath);
    }

    private static DockerImageName confluent(String name, String version) {
        return DockerImageName.parse("confluentinc/" + name).withTag(version);
    }

    private static String lines(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Confluent's images take a worker's properties from their environment. */
    private static Map<String, String> environment(Map<String, String> properties) {
        return properties.entrySet().stream()
                .collect(Collectors.toMap(
                        property ->
                                "CONNECT_" + property.getKey().replace('.', '_').toUpperCase(Locale.ROOT),
                        Map.Entry::getValue));
    }

    @Override
    public void close() {
        for (GenericContainer<?> container : new GenericContainer<?>[] {worker, registry, broker}) {
            if (container != null) {
                container.stop();
            }
        }
        network.close();
    }
}

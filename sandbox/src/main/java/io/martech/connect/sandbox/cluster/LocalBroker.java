package io.martech.connect.sandbox.cluster;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One Kafka broker that is its own controller (KRaft), on the loopback address, with everything in one directory.
 *
 * <p>Topics are not created on first use: a connector that forgets to create its topics shows it. Not safe for use by
 * several threads.
 */
public final class LocalBroker implements AutoCloseable {
    private static final int API_VERSIONS_KEY = 18;
    private static final int CORRELATION_ID = 7;
    private static final int REQUEST_BYTES = 10;
    private static final int TIMEOUT_MILLISECONDS = 1_000;

    private static final Duration TO_FORMAT = Duration.ofMinutes(4);
    private static final Duration TO_START = Duration.ofMinutes(4);
    private static final Duration TO_STOP = Duration.ofSeconds(15);
    private static final String NAME = "The Kafka broker";

    private final KafkaRuntime runtime;
    private final BrokerSettings settings;
    private final Path directory;
    private final int port;
    private final int controllerPort;
    private ChildProcess process;

    private LocalBroker(KafkaRuntime runtime, BrokerSettings settings, Path directory) {
        this.runtime = runtime;
        this.settings = settings;
        this.directory = directory.toAbsolutePath();
        this.port = settings.port() == 0 ? LoopbackPort.free() : settings.port();
        this.controllerPort = LoopbackPort.free();
    }

    /**
     * Formats the directory if it is new, starts the broker, and returns when it answers clients.
     *
     * @param directory for data, configuration and log file; created if absent
     * @throws ClusterException if the broker does not come up; nothing of it is left running
     */
    public static LocalBroker start(KafkaRuntime runtime, BrokerSettings settings, Path directory) {
        LocalBroker broker = new LocalBroker(runtime, settings, directory);
        broker.start();
        return broker;
    }

    /** Starts the broker again on the same data and the same port, after {@link #close()} or {@link #kill()}. */
    public void start() {
        if (isRunning()) {
            throw new IllegalStateException(NAME + " is running already");
        }
        LoopbackPort.requireFree(port, "the Kafka broker");
        Path configuration = PropertiesFile.write(directory.resolve("broker.properties"), properties());
        if (!Files.exists(data().resolve("meta.properties"))) {
            format(configuration);
        }
        process = run(NAME, "kafka.Kafka", List.of(configuration.toString()));
        process.awaitReady(() -> answers(port), TO_START);
    }

    /** What clients use as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return LoopbackPort.HOST + ":" + port;
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The process id of the running or last process. */
    public long pid() {
        return process.pid();
    }

    /** What the broker printed, over all its starts. */
    public Path logFile() {
        return directory.resolve("broker.log");
    }

    /** Ends the broker at once, as SIGKILL does. The data stays. */
    public void kill() {
        process.kill();
    }

    /** Stops the broker in good order, or kills it if that takes too long. The data stays. */
    @Override
    public void close() {
        process.stop(TO_STOP);
    }

    private void format(Path configuration) {
        String clusterId = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        run(
                        "Formatting the broker's storage",
                        "kafka.tools.StorageTool",
                        List.of("format", "-t", clusterId, "-c", configuration.toString()))
                .awaitSuccess(TO_FORMAT);
    }

    private ChildProcess run(String name, String mainClass, List<String> arguments) {
        return ChildProcess.start(name, runtime, settings.jvm(), logFile(), mainClass, arguments);
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@" + LoopbackPort.HOST + ":" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put(
                "listeners",
                "PLAINTEXT://" + bootstrapServers() + ",CONTROLLER://" + LoopbackPort.HOST + ":" + controllerPort);
        properties.put("log.dirs", data().toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.putAll(settings.properties());
        return properties;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LoopbackPort.HOST, port), TIMEOUT_MILLISECONDS);
            socket.setSoTimeout(TIMEOUT_MILLISECONDS);
            DataOutputStream request = new DataOutputStream(socket.getOutputStream());
            request.writeInt(REQUEST_BYTES);
            request.writeShort(API_VERSIONS_KEY);
            request.writeShort(0); // version of the request
            request.writeInt(CORRELATION_ID);
            request.writeShort(-1); // no client id
            request.flush();
            DataInputStream response = new DataInputStream(socket.getInputStream());
            response.readInt(); // size
            return response.readInt() == CORRELATION_ID && response.readShort() == 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}

package io.martech.connect.sandbox.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One distributed Kafka Connect worker on the loopback address.
 *
 * <p>The plugins reach it as they reach a user's worker: through {@code plugin.path}, found by their service manifests.
 * Secrets and addresses may be given to connectors as {@code ${file:path:key}}. Not safe for use by several threads.
 */
public final class LocalConnectWorker implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(4);
    private static final Duration TO_STOP = Duration.ofSeconds(20);
    private static final String NAME = "The Connect worker";

    private final KafkaRuntime runtime;
    private final String bootstrapServers;
    private final Path plugins;
    private final WorkerSettings settings;
    private final Path directory;
    private final int port;
    private final ConnectRestClient rest;
    private ChildProcess process;

    private LocalConnectWorker(
            KafkaRuntime runtime, String bootstrapServers, Path plugins, WorkerSettings settings, Path directory) {
        this.runtime = runtime;
        this.bootstrapServers = bootstrapServers;
        this.plugins = plugins.toAbsolutePath();
        this.settings = settings;
        this.directory = directory.toAbsolutePath();
        this.port = settings.port() == 0 ? LoopbackPort.free() : settings.port();
        this.rest = new ConnectRestClient("http://" + LoopbackPort.HOST + ":" + port);
    }

    /**
     * Starts the worker and returns when it is ready for connectors.
     *
     * @param plugins the directory that holds one directory per unpacked plugin archive
     * @param directory for configuration and log file, and where the worker runs: relative paths in connectors'
     *     {@code ${file:...}} start here; created if absent
     * @throws ClusterException if the worker does not come up; nothing of it is left running
     */
    public static LocalConnectWorker start(
            KafkaRuntime runtime, String bootstrapServers, Path plugins, WorkerSettings settings, Path directory) {
        LocalConnectWorker worker = new LocalConnectWorker(runtime, bootstrapServers, plugins, settings, directory);
        worker.start();
        return worker;
    }

    /** Starts the worker again on the same port, after {@link #close()} or {@link #kill()}. */
    public void start() {
        if (isRunning()) {
            throw new IllegalStateException(NAME + " is running already");
        }
        LoopbackPort.requireFree(port, "the Connect worker's REST interface");
        Path configuration = PropertiesFile.write(
                directory.resolve("worker.properties"),
                settings.complete(bootstrapServers, rest.address(), plugins.toString()));
        process = ChildProcess.start(
                NAME,
                runtime,
                settings.jvm(),
                logFile(),
                "org.apache.kafka.connect.cli.ConnectDistributed",
                List.of(configuration.toString()));
        process.awaitReady(rest::isHealthy, TO_START);
    }

    /** The worker's REST interface. */
    public ConnectRestClient rest() {
        return rest;
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The process id of the running or last process. */
    public long pid() {
        return process.pid();
    }

    /** What the worker printed, over all its starts. */
    public Path logFile() {
        return directory.resolve("worker.log");
    }

    /**
     * Ends the worker at once, as SIGKILL does. A worker that is started next may show the state RUNNING of before for
     * some seconds: wait for an effect, not for a state.
     */
    public void kill() {
        process.kill();
    }

    /** Stops the worker in good order, or kills it if that takes too long. */
    @Override
    public void close() {
        stop(TO_STOP);
    }

    /**
     * The same with another patience. Now and then the worker's web server, not its tasks, takes a minute to stop: its own
     * exit hook and Connect's stop it at the same time.
     *
     * @return whether it stopped by itself
     */
    public boolean stop(Duration patience) {
        return process.stop(patience);
    }
}

package io.martech.connect.sandbox.cluster;

import java.nio.file.Path;

/**
 * A broker and a Connect worker of one Kafka version, started and stopped together.
 *
 * <p>Both are stopped in good order when this process is asked to end, and at once when it is killed.
 */
public final class LocalCluster implements AutoCloseable {

    private final LocalBroker broker;
    private final LocalConnectWorker worker;
    private final Thread stopOnExit;

    private LocalCluster(LocalBroker broker, LocalConnectWorker worker) {
        this.broker = broker;
        this.worker = worker;
        this.stopOnExit = new Thread(this::stopBoth, "stop-local-cluster");
    }

    /**
     * Starts both, and returns when connectors can be deployed.
     *
     * @param plugins the directory for {@code plugin.path}
     * @param directory for everything that the two write; created if absent
     * @throws ClusterException if one of them does not come up; nothing is left running
     */
    public static LocalCluster start(
            KafkaRuntime runtime,
            BrokerSettings brokerSettings,
            WorkerSettings workerSettings,
            Path plugins,
            Path directory) {
        LocalBroker broker = LocalBroker.start(runtime, brokerSettings, directory.resolve("broker"));
        try {
            LocalConnectWorker worker = LocalConnectWorker.start(
                    runtime, broker.bootstrapServers(), plugins, workerSettings, directory.resolve("worker"));
            LocalCluster cluster = new LocalCluster(broker, worker);
            Runtime.getRuntime().addShutdownHook(cluster.stopOnExit);
            return cluster;
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    public LocalBroker broker() {
        return broker;
    }

    public LocalConnectWorker worker() {
        return worker;
    }

    /** Stops the worker, then the broker that it needs for stopping. A second call does nothing. */
    @Override
    public void close() {
        stopBoth();
        if (!Thread.currentThread().equals(stopOnExit)) {
            try {
                Runtime.getRuntime().removeShutdownHook(stopOnExit);
            } catch (IllegalStateException exitHasBegun) {
                // The hook runs or has run; stopping twice does no harm.
            }
        }
    }

    private synchronized void stopBoth() {
        worker.close();
        broker.close();
    }
}

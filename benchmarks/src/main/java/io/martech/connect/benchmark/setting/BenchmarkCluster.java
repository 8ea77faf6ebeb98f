package io.martech.connect.benchmark.setting;

import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.LocalCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A broker and a worker for one benchmark. Their logs stay when they are closed, their data goes: it is large. */
public final class BenchmarkCluster implements AutoCloseable {

    private final LocalCluster cluster;
    private final List<Path> data;

    BenchmarkCluster(LocalCluster cluster, List<Path> data) {
        this.cluster = cluster;
        this.data = data;
    }

    /** The worker's REST interface. */
    public ConnectRestClient rest() {
        return cluster.worker().rest();
    }

    /** What clients use as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return cluster.broker().bootstrapServers();
    }

    /** The process id of the worker. */
    public long workerPid() {
        return cluster.worker().pid();
    }

    /** Whether the worker has not ended by itself. */
    public boolean workerIsRunning() {
        return cluster.worker().isRunning();
    }

    /** What the worker printed. */
    public Path workerLog() {
        return cluster.worker().logFile();
    }

    @Override
    public void close() {
        cluster.close();
        data.forEach(BenchmarkCluster::delete);
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

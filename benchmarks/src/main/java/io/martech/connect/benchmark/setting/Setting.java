package io.martech.connect.benchmark.setting;

import io.martech.connect.sandbox.cluster.BrokerSettings;
import io.martech.connect.sandbox.cluster.JvmOptions;
import io.martech.connect.sandbox.cluster.KafkaRuntime;
import io.martech.connect.sandbox.cluster.LocalCluster;
import io.martech.connect.sandbox.cluster.PluginArchives;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where benchmarks run: the built project, a directory to write to, and a line to say what goes on. */
public final class Setting {

    private final Path projectRoot;
    private final PrintStream narration;

    /**
     * @param projectRoot the top directory of the built project
     * @param narration for what is going on; the figures do not go there
     */
    public Setting(Path projectRoot, PrintStream narration) {
        this.projectRoot = projectRoot.toAbsolutePath().normalize();
        this.narration = narration;
    }

    /** Says what is being measured. */
    public void say(String text) {
        narration.println("  " + text);
    }

    /** A new directory of that name, under the module's build directory. */
    public Path freshDirectory(String name) {
        try {
            Path parent = projectRoot.resolve("benchmarks/target/runs");
            Files.createDirectories(parent);
            return Files.createTempDirectory(parent, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a broker and a worker that has the built archives on its {@code plugin.path}.
     *
     * @param worker how the worker's JVM is run
     * @param directory for everything that the two write
     */
    public BenchmarkCluster startCluster(JvmOptions worker, Path directory) {
        say("starting a broker and a Connect worker in " + projectRoot.relativize(directory));
        Path plugins = PluginArchives.builtUnder(projectRoot).unpackInto(directory.resolve("plugins"));
        LocalCluster cluster = LocalCluster.start(
                KafkaRuntime.builtUnder(projectRoot, KafkaRuntime.NEWEST),
                BrokerSettings.small().withJvm(JvmOptions.server("512m")),
                WorkerSettings.small().withJvm(worker),
                plugins,
                directory);
        return new BenchmarkCluster(cluster, List.of(directory.resolve("broker/data"), plugins));
    }
}

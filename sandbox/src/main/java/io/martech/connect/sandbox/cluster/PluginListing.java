package io.martech.connect.sandbox.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What Kafka's own tool {@code connect-plugin-path list} finds in a directory of plugins. */
public final class PluginListing {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int COLUMNS = 8;

    private PluginListing() {}

    /**
     * One plugin class.
     *
     * @param type source, sink, converter, transformation, …
     * @param isLoadable whether a worker can load the class
     * @param hasManifest whether a service manifest names it, so that a worker finds it without scanning
     * @param location the jar or directory that it was found in
     */
    public record Plugin(
            String className, String version, String type, boolean isLoadable, boolean hasManifest, String location) {}

    /**
     * Runs the tool.
     *
     * @param directory for the tool's output; created if absent
     * @throws ClusterException if the tool fails
     */
    public static List<Plugin> of(KafkaRuntime runtime, Path plugins, Path directory) {
        Path output = directory.resolve("connect-plugin-path-" + runtime.version() + ".log");
        try {
            Files.deleteIfExists(output);
            ChildProcess.start(
                            "connect-plugin-path",
                            runtime,
                            JvmOptions.small(),
                            output,
                            "org.apache.kafka.tools.ConnectPluginPath",
                            List.of(
                                    "list",
                                    "--plugin-path",
                                    plugins.toAbsolutePath().toString()))
                    .awaitSuccess(PATIENCE);
            return Files.readAllLines(output).stream()
                    .map(line -> line.split("\t"))
                    .filter(columns -> columns.length == COLUMNS && !"pluginName".equals(columns[0]))
                    .map(PluginListing::plugin)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Plugin plugin(String[] columns) {
        return new Plugin(
                columns[0],
                columns[3],
                columns[4],
                Boolean.parseBoolean(columns[5]),
                Boolean.parseBoolean(columns[6]),
                columns[7]);
    }
}

package io.martech.connect.sandbox.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The complete libraries of one Kafka version: broker, Connect worker, tools, logging. They hold no plugin.
 *
 * @param version the exact version, such as "4.4.0"
 * @param libraries the directory that holds the jars, and nothing else
 */
public record KafkaRuntime(String version, Path libraries) {

    /** The newest Kafka line that the plugins are tested on. Its version is in the parent pom only. */
    public static final String NEWEST = "newest";

    /** The oldest one. */
    public static final String OLDEST = "oldest";

    private static final String VERSIONED_JAR = "connect-runtime-";

    /**
     * The runtime in a directory of jars.
     *
     * @throws ClusterException if the directory does not hold exactly one Connect runtime
     */
    public static KafkaRuntime in(Path libraries) {
        Path absolute = libraries.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw new ClusterException(
                    "There are no Kafka libraries in " + absolute + ": run 'mvn -B -ntp verify' first.");
        }
        List<String> versions = versionsIn(absolute);
        if (versions.size() != 1) {
            throw new ClusterException(absolute + " should hold one " + VERSIONED_JAR + "*.jar, but holds " + versions
                    + ": run 'mvn -B -ntp clean verify'.");
        }
        return new KafkaRuntime(versions.get(0), absolute);
    }

    /**
     * A runtime that the build of this project has collected.
     *
     * @param projectRoot the top directory of the project
     * @param line {@link #NEWEST} or {@link #OLDEST}
     * @throws ClusterException if the build has not collected it
     */
    public static KafkaRuntime builtUnder(Path projectRoot, String line) {
        return in(projectRoot.resolve("sandbox/kafka-" + line + "/target/libs"));
    }

    private static List<String> versionsIn(Path libraries) {
        try (Stream<Path> jars = Files.list(libraries)) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.startsWith(VERSIONED_JAR) && name.endsWith(".jar"))
                    .map(name -> name.substring(VERSIONED_JAR.length(), name.length() - ".jar".length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path entry that stands for all libraries. */
    String classPath() {
        return libraries + "/*";
    }

    /** Log4j 1 up to Kafka 3.9, Log4j 2 from 4.0. */
    boolean logsWithLog4j2() {
        return !version.startsWith("3.");
    }
}

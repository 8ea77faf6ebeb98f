package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.cluster.KafkaRuntime;
import io.martech.connect.sandbox.cluster.PluginArchives;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The files of this project that the quickstart uses.
 *
 * @param root the top directory of the project
 */
record Project(Path root) {

    /** A file of {@code config/}, exactly as users deploy it. */
    ConnectorFile connector(String file) {
        return ConnectorFile.read(root.resolve("config").resolve(file));
    }

    /** The lines that users add to their workers' properties. */
    Map<String, String> workerProperties() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(root.resolve("config/worker.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    KafkaRuntime kafka() {
        return KafkaRuntime.builtUnder(root, KafkaRuntime.NEWEST);
    }

    PluginArchives archives() {
        return PluginArchives.builtUnder(root);
    }

    /** The directory below which runs keep their data and logs. */
    Path runs() {
        return root.resolve("sandbox/target/quickstart");
    }
}

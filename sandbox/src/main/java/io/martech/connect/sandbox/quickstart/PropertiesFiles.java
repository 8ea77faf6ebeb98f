package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.quickstart.streams.SimulatedPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** What users write for themselves after the models in {@code config/}: addresses, secrets, and what suits their accounts. */
final class PropertiesFiles {

    private PropertiesFiles() {}

    /** @param workerDirectory where the paths in the connectors' {@code ${file:...}} start */
    static void write(Path workerDirectory, List<SimulatedPlatform> platforms, RunDirectory directory) {
        for (SimulatedPlatform platform : platforms) {
            Properties properties = new Properties();
            properties.putAll(platform.properties(directory.path()));
            Path file = workerDirectory.resolve(platform.propertiesFile());
            try {
                Files.createDirectories(file.getParent());
                try (Writer writer = Files.newBufferedWriter(file)) {
                    properties.store(writer, null);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

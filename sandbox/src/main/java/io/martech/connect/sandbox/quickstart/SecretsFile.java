package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.linkflow.LinkflowServer;
import io.martech.connect.sandbox.linkflow.LinkflowTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What users write for themselves after the model {@code config/linkflow.properties}: addresses and secrets. */
final class SecretsFile {

    /** The path in the connectors' {@code ${file:...}}, which starts at the worker's directory. */
    private static final String PATH = "config/linkflow.properties";

    private static final String CHANNEL = "udc_12SyQfFmg";

    private SecretsFile() {}

    static void write(Path workerDirectory, LinkflowServer linkflow) {
        Properties properties = new Properties();
        properties.setProperty("linkflow.url", linkflow.uri().toString());
        for (String connector : new String[] {"source", "sink"}) {
            properties.setProperty("linkflow." + connector + ".app.key", LinkflowTokens.APP_KEY);
            properties.setProperty("linkflow." + connector + ".app.secret", LinkflowTokens.APP_SECRET);
        }
        properties.setProperty("linkflow.sink.channel.key", CHANNEL);
        Path file = workerDirectory.resolve(PATH);
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

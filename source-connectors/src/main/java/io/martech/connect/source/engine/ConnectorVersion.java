package io.martech.connect.source.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build wrote into the archive. */
public final class ConnectorVersion {

    private static final String FILE = "/martech-source-connectors.properties";

    private ConnectorVersion() {}

    public static String current() {
        try (InputStream file = ConnectorVersion.class.getResourceAsStream(FILE)) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

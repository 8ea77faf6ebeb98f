package io.martech.connect.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build; the same for clients and connectors. */
public final class ClientVersion {

    private static final String RESOURCE = "version.properties";

    private ClientVersion() {}

    /** The version, such as {@code 0.1.0-SNAPSHOT}. */
    public static String current() {
        try (InputStream file = ClientVersion.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The archive is damaged: " + RESOURCE + " cannot be read", unreadable);
        }
    }
}

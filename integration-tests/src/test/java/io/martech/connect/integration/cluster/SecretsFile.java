package io.martech.connect.integration.cluster;

import io.martech.connect.integration.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** A file of secrets that configurations refer to, as they should: a secret in a configuration would be in Connect's topics. */
public final class SecretsFile {

    private SecretsFile() {}

    /** Writes one secret into a new file. @return a reference to it */
    public static String referenceTo(String key, String secret) {
        return referencesTo(Map.of(key, secret)).get(key);
    }

    /** An account whose values under some keys are references to a new file of secrets. */
    public static Map<String, String> hiding(Map<String, String> account, String... keys) {
        Map<String, String> hidden = new LinkedHashMap<>(account);
        Map<String, String> secrets = new LinkedHashMap<>(account);
        secrets.keySet().retainAll(Set.of(keys));
        hidden.putAll(referencesTo(secrets));
        return hidden;
    }

    /**
     * Writes the secrets into a new file.
     *
     * @param secrets by the connector's keys
     * @return the same keys with references to that file
     */
    public static Map<String, String> referencesTo(Map<String, String> secrets) {
        try {
            Path directory = Files.createDirectories(ProjectRoot.find().resolve("integration-tests/target/secrets"));
            Path file = Files.createTempFile(directory, "secrets-", ".properties");
            Properties properties = new Properties();
            properties.putAll(secrets);
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            Map<String, String> references = new LinkedHashMap<>();
            secrets.keySet().forEach(key -> references.put(key, "${file:" + file + ":" + key + "}"));
            return references;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

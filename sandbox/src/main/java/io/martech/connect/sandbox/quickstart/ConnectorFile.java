package io.martech.connect.sandbox.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.cluster.ConnectRestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A file that is posted to {@code /connectors} as it is.
 *
 * @param json {@code name} and {@code config}
 */
record ConnectorFile(JsonNode json) {

    static ConnectorFile read(Path file) {
        try {
            return new ConnectorFile(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    String name() {
        return json.path("name").asText();
    }

    /** A value of the configuration; empty if it has no such key. */
    String value(String key) {
        return json.path("config").path(key).asText();
    }

    /** The topic of a resource that a source reads. */
    String topicOf(String resource) {
        return value("topic.prefix") + "." + resource;
    }

    /** The same with more keys, as a user adds lines. */
    ConnectorFile with(Map<String, String> more) {
        ObjectNode copy = json.deepCopy();
        more.forEach(copy.withObjectProperty("config")::put);
        return new ConnectorFile(copy);
    }

    void deployTo(ConnectRestClient connect) {
        connect.deploy(json);
    }
}

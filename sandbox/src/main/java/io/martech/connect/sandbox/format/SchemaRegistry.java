package io.martech.connect.sandbox.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A schema registry with Confluent's interface. Safe for use by many threads.
 *
 * @param address such as "http://127.0.0.1:8081", without a trailing slash
 */
public record SchemaRegistry(String address) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Lets a schema of any subject replace an earlier one only if it can read what all earlier ones have written. */
    public void requireBackwardTransitive() {
        call("PUT", "/config", JsonNodeFactory.instance.objectNode().put("compatibility", "BACKWARD_TRANSITIVE"));
    }

    /** The subjects that have a schema. */
    public List<String> subjects() {
        return StreamSupport.stream(call("GET", "/subjects", null).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The newest schema of a subject. */
    public String schemaOf(String subject) {
        return call("GET", "/subjects/" + encoded(subject) + "/versions/latest", null)
                .path("schema")
                .asText();
    }

    /** The schema with that number. */
    String schema(int id) {
        return call("GET", "/schemas/ids/" + id, null).path("schema").asText();
    }

    /**
     * Registers a schema as the subject's newest, if it is not there yet.
     *
     * @return its number
     * @throws IllegalStateException if the registry refuses it, as one that cannot read what was written before
     */
    public int register(String subject, String schema) {
        return call(
                        "POST",
                        "/subjects/" + encoded(subject) + "/versions",
                        JsonNodeFactory.instance.objectNode().put("schema", schema))
                .path("id")
                .asInt();
    }

    private JsonNode call(String method, String path, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(method + " " + path + ": the schema registry answered HTTP "
                        + response.statusCode() + " " + response.body());
            }
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": the schema registry did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }
}

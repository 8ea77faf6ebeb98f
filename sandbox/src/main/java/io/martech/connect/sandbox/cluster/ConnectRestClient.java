package io.martech.connect.sandbox.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The REST interface of a Connect worker. A request that the worker puts off because its cluster rebalances
 * is sent again for up to four minutes. Safe for use by many threads.
 *
 * <p>Every method throws {@link ConnectRestException} if the worker refuses, and {@link ClusterException} if it cannot be
 * reached.
 */
public final class ConnectRestClient {

    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(4);
    private static final Duration PATIENCE_WITH_REBALANCES = Duration.ofMinutes(4);
    private static final long BETWEEN_ATTEMPTS_MILLISECONDS = 250;
    private static final int ATTEMPTS_TO_DEPLOY = 4;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    private final String address;
    private final HttpClient http;
    private final ObjectMapper mapper;

    /** @param address such as "http://127.0.0.1:8083", without a trailing slash */
    public ConnectRestClient(String address) {
        this.address = address;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMinutes(1))
                .build();
        this.mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** The address of the worker. */
    public String address() {
        return address;
    }

    /** Whether the worker has started and answers; it never throws. */
    public boolean isHealthy() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The connector plugins that the worker has found: class, type, version. */
    public JsonNode connectorPlugins() {
        return call("GET", "/connector-plugins", null);
    }

    /**
     * Checks a configuration without deploying it.
     *
     * @param connectorClass the full or simple name of the connector class
     * @return the worker's answer: {@code error_count}, and per key its value and errors
     */
    public JsonNode validate(String connectorClass, Map<String, String> configuration) {
        String simpleName = connectorClass.substring(connectorClass.lastIndexOf('.') + 1);
        return call("PUT", "/connector-plugins/" + simpleName + "/config/validate", mapper.valueToTree(configuration));
    }

    /** Creates the connector, or gives it another configuration. */
    public void deploy(String connector, Map<String, String> configuration) {
        deploy("PUT", path(connector) + "/config", mapper.valueToTree(configuration));
    }

    /** Creates a connector. @param file {@code name} and {@code config} */
    public void deploy(JsonNode file) {
        deploy("POST", "/connectors", file);
    }

    /**
     * Connectors try their credentials with a call that gives up after five seconds. A simulated platform on a busy machine may
     * answer later, so a refusal counts when it is repeated.
     */
    private void deploy(String method, String path, JsonNode body) {
        for (int attempt = 1; ; attempt++) {
            try {
                call(method, path, body);
                return;
            } catch (ConnectRestException refusal) {
                if (refusal.status() != BAD_REQUEST || attempt == ATTEMPTS_TO_DEPLOY) {
                    throw refusal;
                }
            }
        }
    }

    /** The names of all connectors. */
    public List<String> connectors() {
        return StreamSupport.stream(call("GET", "/connectors", null).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The configuration as the worker keeps it: references to files are not resolved. */
    public JsonNode configuration(String connector) {
        return call("GET", path(connector) + "/config", null);
    }

    /** The configurations of the connector's tasks, as the worker keeps them. */
    public JsonNode taskConfigurations(String connector) {
        return call("GET", path(connector) + "/tasks", null);
    }

    /** State of the connector and its tasks. */
    public ConnectorStatus status(String connector) {
        return ConnectorStatus.from(call("GET", path(connector) + "/status", null));
    }

    /** The committed offsets: {@code offsets}, a list of {@code partition} and {@code offset}. */
    public JsonNode offsets(String connector) {
        return call("GET", path(connector) + "/offsets", null);
    }

    /**
     * Replaces committed offsets. The connector must be stopped.
     *
     * @param offsets in the form that {@link #offsets(String)} returns
     * @return the worker's answer, with the connector's own words
     */
    public JsonNode alterOffsets(String connector, JsonNode offsets) {
        return call("PATCH", path(connector) + "/offsets", offsets);
    }

    /** Forgets all committed offsets. The connector must be stopped. */
    public JsonNode resetOffsets(String connector) {
        return call("DELETE", path(connector) + "/offsets", null);
    }

    /** Restarts the connector and all its tasks. */
    public void restart(String connector) {
        call("POST", path(connector) + "/restart?includeTasks=true", null);
    }

    /** Restarts the connector and its tasks as far as they have failed. */
    public void restartFailed(String connector) {
        call("POST", path(connector) + "/restart?includeTasks=true&onlyFailed=true", null);
    }

    /** Lets the tasks wait, with everything they hold. Returns before they do. */
    public void pause(String connector) {
        call("PUT", path(connector) + "/pause", null);
    }

    /** Lets a paused or stopped connector go on. Returns before it does. */
    public void resume(String connector) {
        call("PUT", path(connector) + "/resume", null);
    }

    /** Stops the tasks. Returns before they are gone; see {@link ConnectorStatus#isStopped()}. */
    public void stop(String connector) {
        call("PUT", path(connector) + "/stop", null);
    }

    /** Removes the connector. Its committed source offsets stay. */
    public void delete(String connector) {
        call("DELETE", path(connector), null);
    }

    /**
     * Sends any request of Connect's REST interface.
     *
     * @param path with a leading slash, and encoded
     * @param body null for none
     * @return the answer; a {@code MissingNode} when it is empty
     */
    public JsonNode call(String method, String path, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        String description = method + " " + path;
        try {
            HttpResponse<String> response = sendUntilSettled(request);
            if (response.statusCode() >= 300) {
                throw new ConnectRestException(description, response.statusCode(), wordsOf(response.body()));
            }
            return response.body().isBlank() ? MissingNode.getInstance() : mapper.readTree(response.body());
        } catch (IOException e) {
            throw new ClusterException(description + ": the Connect worker at " + address + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException(description + " was interrupted", e);
        }
    }

    private HttpResponse<String> sendUntilSettled(HttpRequest request) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_WITH_REBALANCES.toNanos();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        while (isPutOff(response) && System.nanoTime() - deadline < 0) {
            Thread.sleep(BETWEEN_ATTEMPTS_MILLISECONDS);
            response = http.send(request, BodyHandlers.ofString());
        }
        return response;
    }

    /** Most requests are answered 409 then, but reading task configurations is answered 500. */
    private static boolean isPutOff(HttpResponse<String> response) {
        return response.statusCode() == CONFLICT
                || (response.statusCode() == SERVER_ERROR && response.body().contains("a rebalance is expected"));
    }

    private String wordsOf(String body) {
        try {
            String message = mapper.readTree(body).path("message").asText();
            return message.isEmpty() ? body : message;
        } catch (JsonProcessingException notJson) {
            return body;
        }
    }

    private static String path(String connector) {
        return "/connectors/" + connector;
    }
}

package io.martech.connect.sandbox.linkflow;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.martech.connect.sandbox.http.ApiServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The JDK's plain HTTP client, pointed at a simulated platform. */
public final class Client {

    public static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private String token;
    private Duration timeout = Duration.ofSeconds(20);

    Client(LinkflowPlatform platform, ApiServer server) {
        this.address = server.uri();
        this.token = platform.tokens().issue().text();
    }

    public void useToken(String other) {
        token = other;
    }

    void timeout(Duration other) {
        timeout = other;
    }

    HttpResponse<String> requestToken(String key, String secret) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/token"))
                .header("X-OpenApi-Key", key)
                .header("X-OpenApi-Secret", secret)
                .build();
        return send(request);
    }

    public HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
        return send(authorized(pathAndQuery).GET().build());
    }

    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = authorized(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(request);
    }

    /** Sends a file in UTF-8 as the part {@code file} of a multipart body. */
    public HttpResponse<String> upload(String path, String fileName, String content)
            throws IOException, InterruptedException {
        String body = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--limit--\r\n";
        HttpRequest request = authorized(path)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(request);
    }

    /** The JSON of an answer that must be a success. */
    public JsonNode json(String pathAndQuery) throws IOException, InterruptedException {
        HttpResponse<String> response = get(pathAndQuery);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    public List<Long> window(String start, String end, int page) throws IOException, InterruptedException {
        return ids(json("/open/orders?startTime=" + encoded(start) + "&endTime=" + encoded(end) + "&page=" + page));
    }

    public static List<Long> ids(JsonNode rows) {
        List<Long> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.isObject() ? row.get("id").longValue() : row.longValue()));
        return ids;
    }

    public static String code(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body()).path("code").asText();
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The client's own timeout ends with the headers, so this one waits for the body itself. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> response =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new HttpTimeoutException("No answer within " + timeout);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        }
    }

    private HttpRequest.Builder authorized(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(address + pathAndQuery)).header("X-OpenApi-Token", token);
    }
}

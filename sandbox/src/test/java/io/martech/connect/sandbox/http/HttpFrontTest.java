package io.martech.connect.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFrontTest {

    private final Set<String> threads = ConcurrentHashMap.newKeySet();
    private final HttpFront front = HttpFront.start("front", 0, this::echo);

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void oneConnectionServesManyRequests() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < 20; i++) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(front.uri() + "/a")).build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(threads).hasSize(1);
    }

    @Test
    void queryAndBodyAreDecoded() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(front.uri() + "/a%20b?start=2026-01-01%2015%3A44%3A20&name=%E5%BC%A0+x&empty="))
                .POST(HttpRequest.BodyPublishers.ofString("身体"))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .isEqualTo("POST /a b start=2026-01-01 15:44:20 name=张 x empty=absent 身体");
    }

    @Test
    void chunkedBodiesAndExpectContinueAreUnderstood() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        byte[] body = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(front.uri().resolve("/"))
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .endsWith("x".repeat(100_000));
    }

    @Test
    void theOldJdkClientIsServedToo() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) front.uri().resolve("/a").toURL().openConnection();
        assertThat(connection.getResponseCode()).isEqualTo(200);
        assertThat(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("GET /a");
    }

    @Test
    void aConnectionIsClosedWhenTheClientAsksForIt() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", front.port())) {
            socket.getOutputStream()
                    .write("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Connection: close")
                    .contains("GET /a");
        }
    }

    @Test
    void aResetIsARealOne() throws IOException {
        try (HttpFront resetting = HttpFront.start(
                        "resetting", 0, request -> new Delivery(Response.empty(200), Delivery.Manner.RESET));
                Socket socket = new Socket("127.0.0.1", resetting.port())) {
            socket.getOutputStream().write("GET /a HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyThatIsTooLongIsRefusedByAPageBeforeItIsRead(boolean readsOn) throws IOException {
        FaultPlan faults = new FaultPlan(1).limitBodies(new BodyLimit(100, readsOn));
        try (HttpFront limited = HttpFront.start("limited", 0, new RequestHandler() {
                    @Override
                    public Delivery handle(Request request) {
                        return echo(request);
                    }

                    @Override
                    public Optional<Delivery> refusalOf(long bodyLength) {
                        return faults.refusalOf(bodyLength);
                    }
                });
                Socket socket = new Socket("127.0.0.1", limited.port())) {
            OutputStream out = socket.getOutputStream();
            out.write("POST /a HTTP/1.1\r\nContent-Length: 100\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.write(new byte[100]);
            out.write("POST /b HTTP/1.1\r\nContent-Length: 101\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("POST /a")
                    .contains("HTTP/1.1 413 ")
                    .contains("Content-Type: text/html")
                    .endsWith("</html>\r\n")
                    .doesNotContain("POST /b");
        }
        assertThat(faults.struck()).containsOnly(Map.entry(new BodyLimit(100, readsOn), 1L));
    }

    @Test
    void nonsenseEndsItsOwnConnectionOnly() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", front.port())) {
            socket.getOutputStream().write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        try (Socket socket = new Socket("127.0.0.1", front.port())) {
            socket.getOutputStream().write("GET /%zz HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        theOldJdkClientIsServedToo();
    }

    @Test
    void aTakenPortIsNamed() {
        assertThatThrownBy(() -> HttpFront.start("second", front.port(), this::echo))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1:" + front.port());
    }

    @Test
    void closingFreesThePortAndDropsConnections() throws IOException {
        int port = front.port();
        front.close();
        for (int i = 0; i < 100; i++) { // whether the port is free in time is a race, if nobody waits for it
            try (HttpFront again = HttpFront.start("again", port, this::echo);
                    Socket socket = new Socket("127.0.0.1", port)) {
                socket.getOutputStream().write("GET /a HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                again.close();
                socket.getInputStream().readAllBytes();
            }
        }
    }

    private Delivery echo(Request request) {
        threads.add(Thread.currentThread().getName());
        StringBuilder text = new StringBuilder(request.method() + " " + request.path());
        request.parameter("start").ifPresent(value -> text.append(" start=").append(value));
        request.parameter("name").ifPresent(value -> text.append(" name=").append(value));
        if (request.query().containsKey("empty")) {
            text.append(" empty=").append(request.parameter("empty").orElse("absent"));
        }
        text.append(' ').append(new String(request.body(), StandardCharsets.UTF_8));
        return Delivery.whole(Response.text(200, text.toString()));
    }
}

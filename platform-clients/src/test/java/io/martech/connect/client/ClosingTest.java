package io.martech.connect.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.client.linkflow.LinkflowClients;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a call waits for, closing the client or interrupting the thread ends it. Nothing here would end by itself. */
class ClosingTest {

    private static final ApiRequest ORDERS = ApiRequest.get("orders", "/open/orders");
    private static final Duration NEVER = Duration.ofHours(1);

    private final List<AutoCloseable> opened = new ArrayList<>();

    /** What a call can hang in. */
    enum Hang {
        AT_CONNECT,
        IN_HEADERS,
        IN_BODY,
        IN_BACKOFF,
        FOR_QUOTA,
        BECAUSE_ASKED_TO
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Hang.class)
    void closingEndsEveryCallAndTakesTheInterruptBack(Hang hang) throws Exception {
        HttpPlatformClient client = clientThatHangs(hang);
        List<Caller> callers = startCallers(client, 4);

        client.close();

        for (Caller caller : callers) {
            caller.join();
            assertThat(caller.isAlive()).isFalse();
            assertThat(caller.failure).isInstanceOf(ClientClosedException.class);
            assertThat(caller.leftInterrupted).isFalse();
        }
        assertThatThrownBy(() -> client.execute(ORDERS)).isInstanceOf(ClientClosedException.class);
    }

    @ParameterizedTest
    @EnumSource(Hang.class)
    void interruptingACallerEndsItsCallOnlyAndKeepsTheInterrupt(Hang hang) throws Exception {
        HttpPlatformClient client = clientThatHangs(hang);
        List<Caller> callers = startCallers(client, 2);
        Caller interrupted = callers.get(0);
        Caller other = callers.get(1);

        interrupted.interrupt();

        interrupted.join();
        assertThat(interrupted.isAlive()).isFalse();
        assertThat(interrupted.failure).isInstanceOf(ClientClosedException.class);
        assertThat(interrupted.leftInterrupted).isTrue();
        assertThat(other.isAlive()).isTrue();
        client.close();
        other.join();
        assertThat(other.failure).isInstanceOf(ClientClosedException.class);
    }

    @Test
    void noThreadStaysBehind() throws Exception {
        HttpPlatformClient client = clientThatHangs(Hang.IN_BODY);
        startCallers(client, 4);
        client.close();

        await().atMost(Duration.ofMinutes(4)).until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("Linkflow-http")));
    }

    @Test
    void closingTwiceIsNoHarm() throws Exception {
        HttpPlatformClient client = clientThatHangs(Hang.IN_HEADERS);
        client.close();
        client.close();
    }

    private List<Caller> startCallers(HttpPlatformClient client, int count) {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Caller caller = new Caller(client);
            callers.add(caller);
            caller.start();
        }
        await().atMost(Duration.ofMinutes(4)).until(() -> callers.stream().allMatch(Caller::waits));
        return callers;
    }

    private HttpPlatformClient clientThatHangs(Hang hang) throws IOException {
        HttpSettings patient = HttpSettings.defaults().withTimeouts(NEVER, NEVER);
        HttpPlatformClient client =
                switch (hang) {
                    case AT_CONNECT -> client(serverThatDoesNotAccept(), patient);
                    case IN_HEADERS -> client(serverThatSays(""), patient);
                    case IN_BODY ->
                        client(serverThatSays("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"to"), patient);
                    case IN_BACKOFF ->
                        client(
                                serverThatAnswers(
                                        new MockResponse.Builder().code(500).build()),
                                patient.withRetry(RetryPolicy.withoutEnd(NEVER, NEVER)));
                    case FOR_QUOTA ->
                        client(
                                serverThatAnswers(
                                        new MockResponse.Builder().code(500).build()),
                                patient.withRateLimit(RateLimit.perHour(1))
                                        .withRetry(RetryPolicy.withoutEnd(Duration.ZERO, Duration.ZERO)));
                    case BECAUSE_ASKED_TO ->
                        client(
                                serverThatAnswers(new MockResponse.Builder()
                                        .code(429)
                                        .addHeader("Retry-After", "300")
                                        .build()),
                                patient);
                };
        opened.add(0, client);
        return client;
    }

    /** Without jitter: the longest waits it may draw. */
    private static HttpPlatformClient client(int port, HttpSettings settings) {
        LinkflowAccount account = LinkflowAccount.of("http://127.0.0.1:" + port, "key", "secret");
        return LinkflowClients.create(account, settings, TimeSource.system(), AttemptListener.NONE);
    }

    private int serverThatAnswers(MockResponse response) throws IOException {
        MockWebServer server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return response;
            }
        });
        server.start();
        opened.add(server);
        return server.getPort();
    }

    /** Its queue is full, so that the kernel leaves further connections unanswered. */
    private int serverThatDoesNotAccept() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        opened.add(server);
        for (int i = 0; i < 4; i++) {
            Socket filler = new Socket();
            opened.add(filler);
            try {
                filler.connect(server.getLocalSocketAddress(), 200);
            } catch (IOException full) {
                break;
            }
        }
        return server.getLocalPort();
    }

    /** Accepts, says that much and no more. */
    private int serverThatSays(String beginning) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        opened.add(server);
        List<Socket> accepted = new CopyOnWriteArrayList<>();
        Thread acceptor = new Thread(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    accepted.add(socket);
                    socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                }
            } catch (IOException closed) {
                accepted.forEach(ClosingTest::closeQuietly);
            }
        });
        acceptor.setDaemon(true);
        acceptor.start();
        return server.getLocalPort();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // Closing is all that was wanted.
        }
    }

    private static final class Caller extends Thread {

        private final HttpPlatformClient client;
        private volatile Throwable failure;
        private volatile boolean leftInterrupted;

        Caller(HttpPlatformClient client) {
            this.client = client;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                client.execute(ORDERS);
            } catch (RuntimeException ended) {
                failure = ended;
            }
            leftInterrupted = isInterrupted();
        }

        boolean waits() {
            State state = getState();
            return state == State.WAITING || state == State.TIMED_WAITING;
        }
    }
}

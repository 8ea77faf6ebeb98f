package io.martech.connect.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectRestClientTest {

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private HttpServer worker;
    private ConnectRestClient client;

    @BeforeEach
    void startsAWorkerThatAnswersAsTold() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(LoopbackPort.HOST, 0), 0);
        worker.createContext("/", this::answer);
        worker.start();
        client = new ConnectRestClient(
                "http://" + LoopbackPort.HOST + ":" + worker.getAddress().getPort());
    }

    @AfterEach
    void stopsTheWorker() {
        worker.stop(0);
    }

    @Test
    void asksAgainWhileTheWorkerRebalances() {
        answers.add(new Answer(409, "{\"error_code\":409,\"message\":\"rebalance in process\"}"));
        answers.add(new Answer(201, "{}"));

        client.deploy("orders", Map.of("tasks.max", "1"));

        assertThat(requests)
                .containsExactly(
                        "PUT /connectors/orders/config {\"tasks.max\":\"1\"}",
                        "PUT /connectors/orders/config {\"tasks.max\":\"1\"}");
    }

    @Test
    void aRefusalIsToldInTheWorkersWords() {
        answers.add(new Answer(400, "{\"error_code\":400,\"message\":\"Connector must be STOPPED\"}"));

        assertThatThrownBy(() -> client.resetOffsets("orders"))
                .hasMessage("DELETE /connectors/orders/offsets was answered with HTTP 400: Connector must be STOPPED")
                .asInstanceOf(type(ConnectRestException.class))
                .extracting(ConnectRestException::status)
                .isEqualTo(400);
    }

    @Test
    void aWorkerThatIsGoneIsToldWithItsAddress() {
        worker.stop(0);

        assertThat(client.isHealthy()).isFalse();
        assertThatThrownBy(client::connectors)
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining(client.address());
    }

    @Test
    void isHealthyOnlyWhenTheWorkerSaysSo() {
        answers.add(new Answer(503, "{\"status\":\"starting\"}"));
        answers.add(new Answer(200, "{\"status\":\"healthy\"}"));

        assertThat(client.isHealthy()).isFalse();
        assertThat(client.isHealthy()).isTrue();
    }

    @Test
    void statesAreRead() {
        answers.add(new Answer(200, """
                {"name":"orders","connector":{"state":"RUNNING","worker_id":"w"},
                 "tasks":[{"id":0,"state":"RUNNING","worker_id":"w"},{"id":1,"state":"FAILED","worker_id":"v","trace":"why"}]}"""));

        ConnectorStatus status = client.status("orders");

        assertThat(status.isRunning()).isFalse();
        assertThat(status.hasFailed()).isTrue();
        assertThat(status.tasks().get(1)).isEqualTo(new ConnectorStatus.TaskStatus(1, "FAILED", "v", "why"));
    }

    @Test
    void aConnectorWithoutTasksIsNotRunningYet() {
        answers.add(new Answer(200, "{\"connector\":{\"state\":\"RUNNING\"},\"tasks\":[]}"));

        assertThat(client.status("orders").isRunning()).isFalse();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
        Answer answer = answers.remove();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Answer(int status, String body) {}
}

package io.martech.connect.client.linkflow;

import static io.martech.connect.client.linkflow.FakeLinkflow.error;
import static io.martech.connect.client.linkflow.FakeLinkflow.json;
import static io.martech.connect.client.linkflow.FakeLinkflow.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkflowClientTest {

    private static final ApiRequest ORDERS =
            ApiRequest.get("orders", "/open/orders").expecting(Expectation.array());

    private final ManualTime time = new ManualTime();
    private FakeLinkflow linkflow;
    private HttpPlatformClient client;

    @BeforeEach
    void start() throws IOException {
        linkflow = new FakeLinkflow(time);
        client = LinkflowClients.create(linkflow.account(), HttpSettings.defaults(), time);
    }

    @AfterEach
    void stop() {
        client.close();
        linkflow.close();
    }

    @Test
    void fetchesATokenFirstAndSendsItWithTheCall() {
        linkflow.then(ok("[{\"totalPrice\":100.240}]"));

        assertThat(client.execute(ORDERS.with("startTime", "2023-01-01 15:44:20"))
                        .body()
                        .path(0)
                        .path("totalPrice")
                        .decimalValue())
                .isEqualTo(new BigDecimal("100.240"));

        RecordedRequest token = linkflow.tokenCalls().get(0);
        assertThat(token.getHeaders().get("X-OpenApi-Key")).isEqualTo("the-key");
        assertThat(token.getHeaders().get("X-OpenApi-Secret")).isEqualTo("the-secret");
        RecordedRequest call = linkflow.calls().get(0);
        assertThat(call.getTarget()).isEqualTo("/open/orders?startTime=2023-01-01%2015%3A44%3A20");
        assertThat(call.getHeaders().get("X-OpenApi-Token")).isEqualTo(linkflow.validToken());
        assertThat(call.getHeaders().get("X-OpenApi-Secret")).isNull();
        assertThat(call.getHeaders().get("User-Agent")).matches("kafka-connect-martech/\\d.*");
    }

    @Test
    void repeatsPassingFaultsUntilTheyPass() {
        linkflow.then(json(500, ""), ok("<html>"), error(500, "B99999"), json(503, "busy"), ok("[1]"));

        assertThat(client.execute(ORDERS).body()).hasSize(1);
        assertThat(client.statistics().requests()).isEqualTo(6);
        assertThat(client.statistics().retries()).isEqualTo(4);
    }

    @Test
    void aTokenKilledInMidRunLosesNothing() {
        client.execute(ORDERS);
        linkflow.killToken();
        linkflow.then(ok("[1]"));

        assertThat(client.execute(ORDERS).body()).hasSize(1);
        assertThat(linkflow.tokenCalls()).hasSize(2);
    }

    @Test
    void serverTimeMovesWithTheMonotonicClock() {
        assertThat(client.serverClock().now()).isEqualTo(time.now().minusSeconds(60));
        client.execute(ORDERS);
        time.advance(Duration.ofMillis(2500));
        assertThat(client.serverClock().now()).isEqualTo(time.now());
    }
}

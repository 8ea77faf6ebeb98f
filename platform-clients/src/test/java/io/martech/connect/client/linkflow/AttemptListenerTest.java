package io.martech.connect.client.linkflow;

import static io.martech.connect.client.linkflow.FakeLinkflow.error;
import static io.martech.connect.client.linkflow.FakeLinkflow.json;
import static io.martech.connect.client.linkflow.FakeLinkflow.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.http.AdaptiveConcurrencyLimit;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttemptListenerTest {

    private static final ApiRequest WRITE = ApiRequest.post("messages", "/open/messages", null)
            .expecting(Expectation.accepted().rejecting("B01376"));

    private final ManualTime time = new ManualTime();
    private final Heard heard = new Heard();
    private FakeLinkflow linkflow;

    @BeforeEach
    void start() throws IOException {
        linkflow = new FakeLinkflow(time);
    }

    @AfterEach
    void stop() {
        linkflow.close();
    }

    @Test
    void hearsOfSuccessAndOfOverloadAndOfNothingElse() {
        MockResponse late =
                ok("").newBuilder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
        assertThat(heardAfter(ok(""))).isEqualTo("success");
        assertThat(heardAfter(json(500, ""))).isEqualTo("overload");
        assertThat(heardAfter(json(503, "<html>"))).isEqualTo("overload");
        assertThat(heardAfter(json(429, ""))).isEqualTo("overload");
        assertThat(heardAfter(json(408, ""))).isEqualTo("overload");
        assertThat(heardAfter(late, Duration.ofSeconds(3))).isEqualTo("overload");
        assertThat(heardAfter(error(500, "B01376"))).isEqualTo("nothing");
        assertThat(heardAfter(error(500, "B00010"))).isEqualTo("nothing");
        assertThat(heardAfter(ok("<html>"))).isEqualTo("nothing");
        assertThat(heardAfter(json(404, ""))).isEqualTo("nothing");
    }

    @Test
    void anAdaptiveLimitFollowsThePlatform() {
        AdaptiveConcurrencyLimit limit = new AdaptiveConcurrencyLimit(32, time);
        try (HttpPlatformClient client =
                LinkflowClients.create(linkflow.account(), HttpSettings.defaults(), time, limit)) {
            for (int i = 0; i < 40; i++) {
                client.execute(WRITE);
            }
            assertThat(limit.current()).isEqualTo(32);
            time.advance(Duration.ofMillis(1));
            linkflow.then(json(500, ""));
            client.execute(WRITE);
            assertThat(limit.current()).isEqualTo(16);
        }
    }

    private String heardAfter(MockResponse response) {
        return heardAfter(response, Duration.ofMinutes(1));
    }

    private String heardAfter(MockResponse response, Duration timeout) {
        HttpSettings once =
                HttpSettings.defaults().withRetry(RetryPolicy.once()).withTimeouts(timeout, timeout);
        try (HttpPlatformClient client = LinkflowClients.create(linkflow.account(), once, time, heard)) {
            client.authenticate();
            heard.signals.clear();
            linkflow.then(response);
            try {
                client.execute(WRITE);
            } catch (PlatformException expected) {
                // What the listener heard is what matters here.
            }
            return heard.signals.isEmpty() ? "nothing" : String.join(",", heard.signals);
        }
    }

    private static final class Heard implements AttemptListener {

        private final List<String> signals = new ArrayList<>();

        @Override
        public void onSuccess(long startedNanos) {
            signals.add("success");
        }

        @Override
        public void onOverload(long startedNanos) {
            signals.add("overload");
        }
    }
}

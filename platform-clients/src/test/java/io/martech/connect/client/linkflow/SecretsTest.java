package io.martech.connect.client.linkflow;

import static io.martech.connect.client.linkflow.FakeLinkflow.error;
import static io.martech.connect.client.linkflow.FakeLinkflow.json;
import static io.martech.connect.client.linkflow.FakeLinkflow.ok;
import static io.martech.connect.client.linkflow.FakeLinkflow.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.ApiResponse;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.Json;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.ProxyAddress;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TestLog;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import io.martech.connect.client.response.Classification;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** Every way to fail, and what a reader of logs and messages then learns. */
class SecretsTest {

    private static final String PERSON = "13912345678";
    private static final String[] SECRETS = {"the-key", "the-secret", "token-", "proxy-password"};
    private static final String[] PERSONAL = {PERSON, "Zhang San"};

    @Test
    void noSecretAnywhereAndNoPersonalDatumAboveDebug() throws Exception {
        TestLog log = TestLog.fromHere();
        List<String> messages = new ArrayList<>();
        for (MockResponse response : waysToFail()) {
            messages.addAll(failuresOf(response));
        }

        assertThat(messages).hasSizeGreaterThan(waysToFail().size());
        assertThat(messages)
                .filteredOn(message -> mentions(message, SECRETS) || mentions(message, PERSONAL))
                .isEmpty();
        assertThat(log.lines()).isNotEmpty();
        assertThat(log.lines()).filteredOn(line -> mentions(line, SECRETS)).isEmpty();
        assertThat(log.lines())
                .filteredOn(line -> !line.contains(" DEBUG ") && mentions(line, PERSONAL))
                .isEmpty();
    }

    @Test
    void valuesDoNotPrintWhatTheyHold() throws Exception {
        LinkflowAccount account = LinkflowAccount.of(LinkflowAccount.PUBLIC_URL, "the-key", "the-secret");
        HttpSettings settings =
                HttpSettings.defaults().withProxy(ProxyAddress.parse("http://user:proxy-password@127.0.0.1:3128"));
        LinkflowAuthenticator authenticator =
                new LinkflowAuthenticator(account, new LinkflowClassifier(java.util.Set.of(), java.util.Set.of()));
        Object[] values = {
            account,
            settings,
            request(),
            new ApiResponse(200, Json.read("[\"Zhang San\"]")),
            Classification.ok(Json.read("[\"Zhang San\"]")),
            Classification.retry("answered").saying("B1", "Zhang San"),
            authenticator.read(Json.read("{\"token\":\"token-1\"}")),
        };
        for (Object value : values) {
            assertThat(value.toString()).doesNotContain(SECRETS).doesNotContain(PERSONAL);
        }
    }

    private static boolean mentions(String text, String... words) {
        return Stream.of(words).anyMatch(text::contains);
    }

    private static List<MockResponse> waysToFail() {
        List<MockResponse> ways = new ArrayList<>();
        for (int status : new int[] {200, 302, 400, 401, 403, 404, 408, 420, 429, 500, 503}) {
            ways.add(json(status, "<html>" + PERSON + "</html>"));
            ways.add(error(status, "B00008"));
            ways.add(error(status, "X1"));
        }
        ways.add(ok("{\"name\":\"Zhang San\"}"));
        ways.add(ok("[{\"name\":\"Zhang San\"}"));
        ways.add(new MockResponse.Builder().status("Zhang San " + PERSON).build());
        ways.add(ok("[]").newBuilder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        ways.add(ok("[]").newBuilder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        return ways;
    }

    private static List<String> failuresOf(MockResponse response) throws Exception {
        ManualTime time = new ManualTime();
        HttpSettings settings = HttpSettings.defaults()
                .withRetry(new RetryPolicy(2, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .withTimeouts(Duration.ofMillis(200), Duration.ofMillis(200));
        List<String> messages = new ArrayList<>();
        try (FakeLinkflow linkflow = new FakeLinkflow(time);
                HttpPlatformClient client = LinkflowClients.create(linkflow.account(), settings, time)) {
            linkflow.then(times(4, response)).thenToken(response);
            Stream.generate(() -> failureOf(client)).limit(2).forEach(messages::addAll);
        }
        return messages;
    }

    private static List<String> failureOf(HttpPlatformClient client) {
        try {
            client.execute(request());
            return List.of();
        } catch (PlatformException failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            return List.of(failure.getMessage(), failure.toString(), trace.toString());
        }
    }

    private static ApiRequest request() {
        return new ApiRequest(
                        "contacts",
                        "POST",
                        "/open/contacts",
                        List.of(new ApiRequest.QueryParameter("search", PERSON)),
                        Json.object().put("name", "Zhang San"))
                .expecting(Expectation.array().rejecting("B00008"));
    }
}

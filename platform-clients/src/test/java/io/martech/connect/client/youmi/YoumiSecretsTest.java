package io.martech.connect.client.youmi;

import static io.martech.connect.client.youmi.FakeYoumi.error;
import static io.martech.connect.client.youmi.FakeYoumi.json;
import static io.martech.connect.client.youmi.FakeYoumi.ok;
import static io.martech.connect.client.youmi.FakeYoumi.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TestLog;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** Every way to fail, and what a reader of logs and messages then learns. */
class YoumiSecretsTest {

    private static final String[] SECRETS = {"the-key", "token-1", "token-2"};

    @Test
    void noSecretAnywhereAndNoPersonalDatumAboveDebug() throws Exception {
        TestLog log = TestLog.fromHere();
        List<String> messages = new ArrayList<>();
        for (MockResponse response : waysToFail()) {
            messages.addAll(failuresOf(response));
        }

        assertThat(messages).hasSizeGreaterThan(waysToFail().size());
        assertThat(messages)
                .filteredOn(message -> mentions(message, SECRETS) || mentions(message, "Zhang San"))
                .isEmpty();
        assertThat(log.lines()).isNotEmpty();
        assertThat(log.lines()).filteredOn(line -> mentions(line, SECRETS)).isEmpty();
        assertThat(log.lines())
                .filteredOn(line -> !line.contains(" DEBUG ") && mentions(line, "Zhang San"))
                .isEmpty();
    }

    @Test
    void aTokenThatThePlatformQuotesIsNotRepeated() throws Exception {
        TestLog log = TestLog.fromHere();
        ManualTime time = new ManualTime();
        try (FakeYoumi youmi = new FakeYoumi(time);
                HttpPlatformClient client = YoumiClients.create(youmi.account(), HttpSettings.defaults(), time)) {
            youmi.then(times(11, json(200, "{\"errmsg\":31,\"succeed\":false,\"errdesc\":\"token-1 is no good\"}")));
            assertThat(failureOf(client)).isNotEmpty().noneMatch(message -> mentions(message, SECRETS));
        }
        assertThat(log.lines()).anyMatch(line -> line.contains("*** is no good"));
        assertThat(log.lines()).noneMatch(line -> mentions(line, SECRETS));
    }

    @Test
    void valuesDoNotPrintWhatTheyHold() {
        assertThat(YoumiAccount.of(YoumiAccount.PUBLIC_URL, "the-app", "the-key")
                        .toString())
                .doesNotContain("the-key")
                .contains("api10.agsoft.net");
    }

    private static boolean mentions(String text, String... words) {
        return Stream.of(words).anyMatch(text::contains);
    }

    private static List<MockResponse> waysToFail() {
        List<MockResponse> ways = new ArrayList<>();
        for (int status : new int[] {200, 302, 401, 404, 429, 500}) {
            ways.add(json(status, "<html>Zhang San</html>"));
            for (String code : new String[] {"10003", "10005", "200001", "200007", "200011", "31"}) {
                ways.add(error(status, code));
            }
        }
        ways.add(ok("{\"name\":\"Zhang San\",\"token\":\"token-1\"}"));
        return ways;
    }

    private static List<String> failuresOf(MockResponse response) throws Exception {
        ManualTime time = new ManualTime();
        HttpSettings settings =
                HttpSettings.defaults().withRetry(new RetryPolicy(2, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        List<String> messages = new ArrayList<>();
        try (FakeYoumi youmi = new FakeYoumi(time);
                HttpPlatformClient client = YoumiClients.create(youmi.account(), settings, time)) {
            youmi.then(times(4, response));
            messages.addAll(failureOf(client));
            youmi.killToken();
            youmi.thenToken(times(4, response));
            messages.addAll(failureOf(client));
        }
        return messages;
    }

    private static List<String> failureOf(HttpPlatformClient client) {
        try {
            client.execute(ApiRequest.get("staff", "/staff").expecting(Expectation.array()));
            return List.of();
        } catch (PlatformException failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            return List.of(failure.getMessage(), failure.toString(), trace.toString());
        }
    }
}

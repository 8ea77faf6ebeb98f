package io.martech.connect.sandbox.linkflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FixedAnswer;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.SlowAnswer;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault, as a plain client sees it. */
class LinkflowFaultsTest {

    private static final String READ = "/open/orders?lastMaxId=0";
    private static final String WRITE = "/open/messages";

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    private String message;

    @BeforeEach
    void prepare() throws IOException {
        sandbox.platform.orders().insert(10);
        message = Documents.read("contact-and-event.json");
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR_WITH_TEXT, 500, text/plain",
        "SERVER_ERROR_WITHOUT_BODY, 500,",
        "BAD_GATEWAY_WITH_HTML, 502, text/html",
        "SERVICE_UNAVAILABLE, 503, text/plain",
        "TOO_MANY_REQUESTS, 429, text/plain",
        "FORBIDDEN_WITHOUT_ENVELOPE, 403, text/html",
        "GARBAGE_WITH_STATUS_200, 200, application/json",
        "HTML_WITH_STATUS_200, 200, text/html"
    })
    void anAnswerInsteadOfTheRightOneIsNoEnvelopeAndAppliesNothing(WireFault fault, int status, String type)
            throws Exception {
        sandbox.server.faults().outage(fault);
        for (HttpResponse<String> response : Set.of(sandbox.client.get(READ), sandbox.client.post(WRITE, message))) {
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type == null ? "" : type);
            assertThat(response.headers().firstValue("Date")).isPresent();
            assertThat(response.headers().firstValue("Retry-After").isPresent())
                    .isEqualTo(fault == WireFault.TOO_MANY_REQUESTS);
            if (!response.body().isEmpty()) {
                assertThatThrownBy(() -> Client.JSON.readTree(response.body()))
                        .isInstanceOf(JsonProcessingException.class);
            }
        }
        assertNothingWasApplied();
    }

    @Test
    void theConnectionIsResetBeforeAnythingIsApplied() {
        sandbox.server.faults().outage(WireFault.RESET_BEFORE_APPLYING);
        assertThatThrownBy(() -> sandbox.client.get(READ))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("Connection reset");
        assertThatThrownBy(() -> sandbox.client.post(WRITE, message))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("Connection reset");
        assertNothingWasApplied();
    }

    @Test
    void theConnectionIsResetAfterAWriteWasApplied() {
        sandbox.server.faults().outage(WireFault.RESET_AFTER_APPLYING);
        assertThatThrownBy(() -> sandbox.client.post(WRITE, message))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("Connection reset");
        assertThat(sandbox.platform.receivedMessageCount()).isEqualTo(2);
    }

    @Test
    void jsonEndsInTheMiddleOfAWellFormedAnswer() throws Exception {
        sandbox.server.faults().outage(WireFault.TRUNCATED_JSON);
        for (String path :
                new String[] {READ, "/open/contacts/cursor?lastMaxId=0", "/open/identity/contact?id=1&idType=x"}) {
            HttpResponse<String> response = sandbox.client.get(path);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isNotEmpty();
            assertThatThrownBy(() -> Client.JSON.readTree(response.body()))
                    .as(path)
                    .isInstanceOf(JsonProcessingException.class);
        }
        HttpResponse<String> written = sandbox.client.post(WRITE, message);
        assertThatThrownBy(() -> Client.JSON.readTree(written.body())).isInstanceOf(JsonProcessingException.class);
        assertThat(sandbox.platform.receivedMessageCount()).isEqualTo(2);
    }

    @Test
    void theBodyEndsBeforeItsAnnouncedLength() {
        sandbox.server.faults().outage(WireFault.BODY_CUT_OFF);
        assertThatThrownBy(() -> sandbox.client.get(READ)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sandbox.client.post(WRITE, message))
                .as("a body that is empty anyway")
                .isInstanceOf(IOException.class);
        assertThat(sandbox.platform.receivedMessageCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = WireFault.class,
            names = {"HANG_BEFORE_HEADERS", "HANG_IN_BODY"})
    void theAnswerNeverEnds(WireFault fault) {
        sandbox.server.faults().outage(fault);
        sandbox.client.timeout(Duration.ofMillis(300));
        assertThatThrownBy(() -> sandbox.client.post(WRITE, message)).isInstanceOf(HttpTimeoutException.class);
        assertThat(sandbox.platform.receivedMessageCount()).isEqualTo(fault == WireFault.HANG_IN_BODY ? 2 : 0);
        sandbox.server.faults().heal();
        sandbox.client.timeout(Duration.ofSeconds(20));
        assertThat(read()).as("other connections are served").isEqualTo(200);
    }

    @Test
    void aSlowAnswerIsRightAndAppliedAtOnce() {
        sandbox.server.faults().outage(new SlowAnswer(Duration.ofSeconds(2)));
        sandbox.client.timeout(Duration.ofMillis(300));
        assertThatThrownBy(() -> sandbox.client.post(WRITE, message)).isInstanceOf(HttpTimeoutException.class);
        assertThat(sandbox.platform.receivedMessageCount()).isEqualTo(2);
        sandbox.server.faults().outage(new SlowAnswer(Duration.ofMillis(1)));
        sandbox.client.timeout(Duration.ofSeconds(20));
        assertThat(read()).isEqualTo(200);
    }

    @Test
    void anUnknownCodeCanMeetEverything() throws Exception {
        sandbox.server.faults().outage(LinkflowFault.UNKNOWN_CODE);
        for (HttpResponse<String> response : Set.of(
                sandbox.client.get(READ),
                sandbox.client.post(WRITE, message),
                sandbox.client.requestToken(LinkflowPlatform.APP_KEY, LinkflowPlatform.APP_SECRET))) {
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(Client.code(response)).isEqualTo("B99999");
        }
        sandbox.server.faults().outage(LinkflowFault.ERROR_WITH_STATUS_200);
        assertThat(sandbox.client.post(WRITE, message).statusCode()).isEqualTo(200);
        assertNothingWasApplied();
    }

    @Test
    void anyOtherAnswerCanBeGiven() throws Exception {
        sandbox.server
                .faults()
                .outage(new FixedAnswer(Response.text(429, "later").withHeader("Retry-After", "7")));
        assertThat(sandbox.client.get(READ).headers().firstValue("Retry-After")).hasValue("7");
    }

    @Test
    void faultsCanBeLimitedToAKindOfRequest() throws Exception {
        sandbox.server.faults().outage(WireFault.SERVICE_UNAVAILABLE, Traffic.WRITE);
        assertThat(read()).isEqualTo(200);
        assertThat(sandbox.client.post(WRITE, message).statusCode()).isEqualTo(503);
        sandbox.server.faults().outage(WireFault.SERVICE_UNAVAILABLE, Traffic.TOKEN);
        assertThat(sandbox.client.post(WRITE, message).statusCode()).isEqualTo(200);
        assertThat(sandbox.client
                        .requestToken(LinkflowPlatform.APP_KEY, LinkflowPlatform.APP_SECRET)
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void faultsStrikeWithTheirProbabilityAndAreCounted() throws Exception {
        for (Fault fault : Set.of(WireFault.SERVICE_UNAVAILABLE, WireFault.TOO_MANY_REQUESTS)) {
            sandbox.server.faults().inject(fault, 0.2);
        }
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            seen.add(sandbox.client.get(READ).statusCode());
        }
        assertThat(seen).containsExactlyInAnyOrder(200, 429, 503);
        assertThat(sandbox.server.faults().struck().values())
                .allSatisfy(count -> assertThat(count).isBetween(15L, 65L));
        sandbox.server.faults().heal();
        assertThat(read()).isEqualTo(200);
        assertThat(sandbox.server.requests().of("orders.cursor"))
                .as("those struck count too")
                .isEqualTo(201);
    }

    private int read() {
        try {
            return sandbox.client.get(READ).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void assertNothingWasApplied() {
        assertThat(sandbox.platform.receivedMessageCount()).isZero();
        assertThat(sandbox.platform.contacts().count()).isZero();
    }
}

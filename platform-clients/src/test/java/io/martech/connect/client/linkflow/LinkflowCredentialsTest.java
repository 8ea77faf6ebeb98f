package io.martech.connect.client.linkflow;

import static io.martech.connect.client.linkflow.FakeLinkflow.error;
import static io.martech.connect.client.linkflow.FakeLinkflow.json;
import static io.martech.connect.client.linkflow.FakeLinkflow.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.auth.CredentialsCheck;
import io.martech.connect.client.auth.CredentialsResult;
import io.martech.connect.client.auth.CredentialsResult.Status;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkflowCredentialsTest {

    private static final HttpSettings HTTP = HttpSettings.defaults();

    private final ManualTime time = new ManualTime();
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
    void goodCredentialsCostOneCall() {
        assertThat(LinkflowClients.checkCredentials(linkflow.account(), HTTP).isAccepted())
                .isTrue();
        assertThat(linkflow.tokenCalls()).hasSize(1);
        assertThat(linkflow.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"401, ''", "403, ''", "401, B00401", "400, B00010", "500, B00010"})
    void refusedCredentialsNameTheKeys(int status, String code) {
        linkflow.thenToken(code.isEmpty() ? json(status, "") : error(status, code));

        CredentialsResult result = LinkflowClients.checkCredentials(linkflow.account(), HTTP);

        assertThat(result.status()).isEqualTo(Status.REFUSED);
        assertThat(result.keys()).containsExactly("linkflow.app.secret", "linkflow.app.key");
        assertThat(result.message())
                .contains("linkflow.app.key", "linkflow.app.secret", "HTTP " + status)
                .doesNotContain("the-key")
                .doesNotContain("the-secret");
        assertThat(linkflow.tokenCalls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 429, 500, 503})
    void whatIsNotThePlatformsWordNamesTheAddress(int status) {
        linkflow.thenToken(json(status, "<html>"));

        CredentialsResult result = LinkflowClients.checkCredentials(linkflow.account(), HTTP);

        assertThat(result.status()).isEqualTo(Status.UNREACHABLE);
        assertThat(result.keys()).containsExactly("linkflow.url");
        assertThat(result.message()).contains("linkflow.url", "HTTP " + status);
        assertThat(linkflow.tokenCalls()).hasSize(1);
    }

    @Test
    void anotherServerAtThatAddressIsNotThePlatform() {
        linkflow.thenToken(ok("<html>Welcome</html>"));

        assertThat(LinkflowClients.checkCredentials(linkflow.account(), HTTP).status())
                .isEqualTo(Status.UNREACHABLE);
    }

    @Test
    void nobodyAtThatAddress() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }

        CredentialsResult result =
                LinkflowClients.checkCredentials(LinkflowAccount.of("http://127.0.0.1:" + port, "k", "s"), HTTP);

        assertThat(result.status()).isEqualTo(Status.UNREACHABLE);
        assertThat(result.message()).contains("linkflow.url");
    }

    /** The request timeout is an hour: only the bound of the check ends this. */
    @Test
    void isBoundedWhateverTheSettings() {
        MockResponse never = ok("{}").newBuilder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
        linkflow.thenToken(never);
        HttpSettings patient = HTTP.withTimeouts(Duration.ofHours(1), Duration.ofHours(1));

        assertThat(LinkflowClients.checkCredentials(linkflow.account(), patient).status())
                .isEqualTo(Status.UNREACHABLE);
        assertThat(linkflow.tokenCalls()).hasSize(1);
    }

    /** Who has mended a firewall and tries again wants to know whether it helped. */
    @Test
    void whatCouldNotBeAskedIsAskedAgainEachTime() {
        CredentialsCheck check = new CredentialsCheck(time);
        AtomicInteger asked = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            CredentialsResult result = check.check(linkflow.account(), () -> {
                asked.incrementAndGet();
                return CredentialsResult.unreachable("linkflow.url", "nobody there");
            });
            assertThat(result.message()).isEqualTo("nobody there");
        }
        assertThat(asked).hasValue(3);
        assertThat(check.check(linkflow.account(), () -> accepted(asked)).isAccepted())
                .isTrue();
    }

    @Test
    void aRefusalThatIsRememberedSaysWhenItWasTriedAndWhenItWillBe() {
        CredentialsCheck check = new CredentialsCheck(time);
        CredentialsResult refusal = CredentialsResult.refused(List.of("linkflow.app.secret"), "It refuses.");

        assertThat(check.check(linkflow.account(), () -> refusal).message()).isEqualTo("It refuses.");
        time.advance(Duration.ofSeconds(20));
        CredentialsResult remembered = check.check(linkflow.account(), () -> refusal);

        assertThat(remembered.status()).isEqualTo(Status.REFUSED);
        assertThat(remembered.keys()).containsExactly("linkflow.app.secret");
        assertThat(remembered.message())
                .startsWith("It refuses.")
                .contains("Tried 20 s ago")
                .contains("tried again from 40 s on");
        time.advance(Duration.ofSeconds(40));
        assertThat(check.check(linkflow.account(), () -> refusal).message()).isEqualTo("It refuses.");
    }

    @Test
    void isAskedOnceAMinutePerAccount() {
        CredentialsCheck check = new CredentialsCheck(time);
        AtomicInteger asked = new AtomicInteger();
        LinkflowAccount account = linkflow.account();
        LinkflowAccount otherSecret = LinkflowAccount.of(linkflow.url(), "the-key", "another-secret");

        for (int i = 0; i < 60; i++) {
            check.check(account, () -> accepted(asked));
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(asked).hasValue(1);
        check.check(otherSecret, () -> accepted(asked));
        assertThat(asked).hasValue(2);
        check.check(account, () -> accepted(asked));
        assertThat(asked).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "sec ret", "secret\n", "密码"})
    void aSecretThatCannotBeAHeaderIsToldWithoutPrintingIt(String secret) {
        assertThatThrownBy(() -> LinkflowAccount.of(linkflow.url(), "the-key", secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("linkflow.app.secret")
                .hasMessageNotContaining("密");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "cdp-api.linkflowtech.com", "ftp://x", "http://x/?a=1", "http://user:pw@x/", "http://x/#f"})
    void anAddressThatCannotBeUsedIsTold(String url) {
        assertThatThrownBy(() -> LinkflowAccount.of(url, "k", "s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("linkflow.url")
                .hasMessageNotContaining("pw");
    }

    private static CredentialsResult accepted(AtomicInteger asked) {
        asked.incrementAndGet();
        return CredentialsResult.accepted();
    }
}

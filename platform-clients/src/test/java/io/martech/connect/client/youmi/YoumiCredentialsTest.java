package io.martech.connect.client.youmi;

import static io.martech.connect.client.youmi.FakeYoumi.error;
import static io.martech.connect.client.youmi.FakeYoumi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.CredentialsResult;
import io.martech.connect.client.auth.CredentialsResult.Status;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YoumiCredentialsTest {

    private FakeYoumi youmi;

    @BeforeEach
    void start() throws IOException {
        youmi = new FakeYoumi(TimeSource.system());
    }

    @AfterEach
    void stop() {
        youmi.close();
    }

    @Test
    void goodCredentialsCostOneTokenAndNothingElse() {
        assertThat(tried().isAccepted()).isTrue();
        assertThat(youmi.tokenCalls()).hasSize(1);
        assertThat(youmi.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200006, youmi.app.key, 1",
        "200007, youmi.app.id, 1",
        "10005, youmi.app.key, 2",
        "10003, youmi.app.key, 2",
        "77777, youmi.app.key, 2"
    })
    void aRefusalNamesTheKeysThatMayBeWrong(String code, String firstKey, int keys) {
        youmi.thenToken(error(200, code));

        CredentialsResult result = tried();

        assertThat(result.status()).isEqualTo(Status.REFUSED);
        assertThat(result.keys()).hasSize(keys).startsWith(firstKey);
        assertThat(result.message()).contains("Youmi", code).doesNotContain("the-key", "the-app");
        assertThat(youmi.tokenCalls()).hasSize(1);
    }

    /** Nobody's credentials are blamed for a server's fault or for a clock. */
    @ParameterizedTest
    @ValueSource(strings = {"200011", "10006", "200005"})
    void whatSaysNothingOfTheCredentialsNamesTheAddress(String code) {
        youmi.thenToken(error(200, code), error(200, code));

        assertThat(tried())
                .satisfies(result -> assertThat(result.status()).isEqualTo(Status.UNREACHABLE))
                .satisfies(result -> assertThat(result.keys()).containsExactly("youmi.url"));
    }

    @Test
    void anotherServerAtThatAddressIsNotThePlatform() {
        youmi.thenToken(json(404, "<html>"));
        assertThat(tried().status()).isEqualTo(Status.UNREACHABLE);
        youmi.close();
        assertThat(tried().status()).isEqualTo(Status.UNREACHABLE);
    }

    private CredentialsResult tried() {
        return YoumiClients.checkCredentials(youmi.account(), HttpSettings.defaults());
    }
}

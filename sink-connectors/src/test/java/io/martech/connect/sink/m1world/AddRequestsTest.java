package io.martech.connect.sink.m1world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.m1world.M1worldAccount;
import io.martech.connect.client.m1world.M1worldClients;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddRequestsTest {

    /** What else it says is documented for one of its writes or another, and nothing of it is used. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"data\":{\"groupId\":\"null\"}}",
                "{\"success\":true,\"data\":\"success\"}",
                "{\"success\":true,\"data\":null}",
                "{\"success\":true}"
            })
    void whatSucceededIsNotAddedAgain(String answer) throws IOException {
        Contact contact = new Contact("somebody", null, Map.of(), Map.of());
        ApiRequest add = new AddRequests(ContactOperation.ADD, ZoneOffset.UTC).of(List.of(contact), Map.of());
        try (MockWebServer server = new MockWebServer()) {
            for (int i = 0; i < 12; i++) {
                server.enqueue(new MockResponse.Builder().body(answer).build());
            }
            server.start();
            M1worldAccount account = M1worldAccount.withKey("http://127.0.0.1:" + server.getPort(), "key");
            RetryPolicy impatient = RetryPolicy.withoutEnd(Duration.ofMillis(1), Duration.ofMillis(1));
            try (PlatformClient client =
                    M1worldClients.create(account, HttpSettings.defaults().withRetry(impatient), TimeSource.system())) {
                assertThatCode(() -> client.execute(add)).doesNotThrowAnyException();
            }

            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }
}

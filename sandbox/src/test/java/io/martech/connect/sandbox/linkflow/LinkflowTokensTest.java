package io.martech.connect.sandbox.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks.TokenRefusal;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkflowTokensTest {

    private static final String ANY = "/open/orders?lastMaxId=0";

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    private final Client client = sandbox.client;

    @Test
    void aTokenIsValidUntilTheLocalTimeThatItNames() throws Exception {
        sandbox.quirks.tokenLife.set(Duration.ofMinutes(10));
        JsonNode answer = newToken();
        assertThat(answer.get("expiration").textValue()).isEqualTo("2026-01-01 08:10:00");

        sandbox.clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(client.get(ANY).statusCode()).isEqualTo(200);
        sandbox.clock.advance(Duration.ofMillis(1));
        assertThat(client.get(ANY).statusCode()).isEqualTo(401);
    }

    @Test
    void whatARefusedTokenIsAnsweredCanBeChosen() throws Exception {
        client.useToken("unknown");
        HttpResponse<String> refused = client.get(ANY);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Client.JSON.readTree(refused.body()).get("domain").textValue())
                .isEqualTo("linkflow");

        sandbox.quirks.tokenRefusal.set(new TokenRefusal(500, "B00123"));
        refused = client.get(ANY);
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(Client.code(refused)).isEqualTo("B00123");

        sandbox.quirks.tokenRefusal.set(new TokenRefusal(403, null));
        refused = client.get(ANY);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("{");
    }

    @Test
    void wrongCredentialsGetNoToken() throws Exception {
        assertThat(client.requestToken(LinkflowPlatform.APP_KEY, "wrong").statusCode())
                .isEqualTo(401);
        assertThat(client.requestToken("wrong", LinkflowPlatform.APP_SECRET).statusCode())
                .isEqualTo(401);
        assertThat(sandbox.platform.tokens().issued()).as("the client's own").isEqualTo(1);
    }

    @Test
    void aNewTokenMayOrMayNotEndTheOneBefore() throws Exception {
        newToken();
        sandbox.platform.tokens().issue();
        assertThat(client.get(ANY).statusCode()).isEqualTo(200);

        sandbox.quirks.oneTokenAtATime.set(true);
        sandbox.platform.tokens().issue();
        assertThat(client.get(ANY).statusCode()).isEqualTo(401);
    }

    @Test
    void allTokensCanBeRevokedInMidRun() throws Exception {
        assertThat(client.get(ANY).statusCode()).isEqualTo(200);
        sandbox.platform.tokens().revokeAll();
        assertThat(client.get(ANY).statusCode()).isEqualTo(401);
        newToken();
        assertThat(client.get(ANY).statusCode()).isEqualTo(200);
    }

    @Test
    void answersCarryTheTimeOfThePlatformsClock() throws Exception {
        assertThat(client.get(ANY).headers().firstValue("Date")).hasValue("Thu, 01 Jan 2026 00:00:00 GMT");
        assertThat(client.get(ANY).headers().firstValue("Age")).isEmpty();
        sandbox.clock.advance(Duration.ofSeconds(100));
        assertThat(client.get(ANY).headers().firstValue("Date")).hasValue("Thu, 01 Jan 2026 00:01:40 GMT");

        sandbox.platform.conditions().dates().age(Duration.ofSeconds(40));
        assertThat(client.get(ANY).headers().firstValue("Date")).hasValue("Thu, 01 Jan 2026 00:01:00 GMT");
        assertThat(client.get(ANY).headers().firstValue("Age")).hasValue("40");

        sandbox.platform.conditions().dates().present(false);
        assertThat(client.get(ANY).headers().firstValue("Date")).isEmpty();
    }

    private JsonNode newToken() throws Exception {
        HttpResponse<String> response = client.requestToken(LinkflowPlatform.APP_KEY, LinkflowPlatform.APP_SECRET);
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = Client.JSON.readTree(response.body());
        client.useToken(answer.get("token").textValue());
        return answer;
    }
}

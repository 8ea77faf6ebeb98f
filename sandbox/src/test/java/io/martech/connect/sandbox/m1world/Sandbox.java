package io.martech.connect.sandbox.m1world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.PlainClient;
import io.martech.connect.sandbox.http.VirtualClock;
import io.martech.connect.sandbox.m1world.account.M1worldQuirks;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A platform on a virtual clock, its server and a client with the fixed key, for one test. */
final class Sandbox implements AfterEachCallback {

    /** 2026-01-01 08:00:00 at +08:00. */
    public final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));

    public final M1worldPlatform platform = new M1worldPlatform(clock, 7);
    public final M1worldQuirks quirks = platform.quirks();
    public final M1worldServer server = M1worldServer.start(platform);
    public final PlainClient client = new PlainClient(server.api().uri());
    final PlainClient authClient = new PlainClient(server.authorization().uri());

    /** A GET with the key and further parameters, each name before its value. */
    HttpResponse<String> get(String path, String... parameters) {
        return client.get(path, withToken(parameters));
    }

    /** A POST of a form. */
    HttpResponse<String> post(String path, String... parameters) {
        return client.postForm(path, withToken(parameters));
    }

    /** Adds contacts. */
    HttpResponse<String> add(String opType, String contacts) {
        return post("/contact/add", "opType", opType, "contacts", contacts);
    }

    static Map<String, String> with(String... parameters) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], parameters[i + 1]);
        }
        return map;
    }

    /** The {@code data} of an answer that must be a success. */
    static JsonNode data(HttpResponse<String> response) {
        JsonNode answer = PlainClient.json(response);
        assertThat(answer.path("success").asBoolean()).as(response.body()).isTrue();
        return answer.get("data");
    }

    static void assertRefused(HttpResponse<String> response, String code) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"success\":false").contains("\"code\":\"" + code + "\"");
    }

    private static Map<String, String> withToken(String... parameters) {
        Map<String, String> all = with(parameters);
        all.put("token", M1worldPlatform.TOKEN);
        return all;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.close();
        assertThat(server.ownErrors()).isEmpty();
    }
}

package io.martech.connect.sandbox.wukong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.PlainClient;
import io.martech.connect.sandbox.http.VirtualClock;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A platform on a virtual clock with two lists of two users, its server and a client, for one test. */
final class Sandbox implements AfterEachCallback {

    /** 2026-01-01 08:00:00 at +08:00. */
    public final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));

    public final WukongPlatform platform = new WukongPlatform(clock, 7);
    public final WukongQuirks quirks = platform.quirks();
    public final ApiServer server = WukongServer.start(platform);
    public final PlainClient client = new PlainClient(server.uri());
    final String visitors = platform.addList("77", "官网访客");
    final String callers = platform.addList("78", "来电");
    String token = platform.tokens().issue().accessToken();

    /** A call with the access token and further parameters, each name before its value. */
    HttpResponse<String> call(String path, String... parameters) {
        Map<String, String> all = with(parameters);
        all.put("access_token", token);
        return client.postForm(path, all);
    }

    /** The rows of an answer that must be an array. */
    List<JsonNode> rows(String path, String... parameters) {
        JsonNode answer = PlainClient.json(call(path, parameters));
        assertThat(answer.isArray()).as(answer.toString()).isTrue();
        List<JsonNode> rows = new ArrayList<>();
        answer.forEach(rows::add);
        return rows;
    }

    /** The ids of leads that are found. */
    List<String> leads(String... parameters) {
        return rows("/openv1/potential", parameters).stream()
                .map(lead -> lead.get("c_id").textValue())
                .toList();
    }

    static Map<String, String> with(String... parameters) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], parameters[i + 1]);
        }
        return map;
    }

    static String code(HttpResponse<String> response) {
        return PlainClient.json(response).path("errcode").asText();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.close();
        assertThat(server.ownErrors()).isEmpty();
    }
}

package io.martech.connect.sandbox.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiConditions;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.wukong.WukongPlatform;
import io.martech.connect.sandbox.wukong.WukongServer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Wukong, whose account also needs {@code token.store.path}.
 *
 * @param refreshToken one that is good for one exchange
 */
public record WukongAdapter(WukongPlatform platform, ApiServer server, String refreshToken) implements PlatformAdapter {
    private static final Map<String, String> SEVERAL_VALUES =
            Map.of("name", "names", "mobile", "mobiles", "email", "emails");
    private static final String NONE = "0";
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** An empty platform. */
    public static WukongAdapter start(InstantSource clock, long seed) {
        WukongPlatform platform = new WukongPlatform(clock, seed);
        return new WukongAdapter(
                platform,
                WukongServer.start(platform),
                platform.tokens().issue().refreshToken());
    }

    @Override
    public ApiConditions conditions() {
        return platform.conditions();
    }

    @Override
    public void listInDisorder() {
        // Its lists have no order that a document names, and nobody creates what they hold.
    }

    @Override
    public Map<String, String> account() {
        return Map.of(
                "wukong.url",
                server.uri().toString(),
                "wukong.app.id",
                WukongPlatform.APP_ID,
                "wukong.app.secret",
                WukongPlatform.APP_SECRET,
                "wukong.refresh.token",
                refreshToken);
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(
                new SourceTable("leads", "c_id", "leads", this::leads),
                new SourceTable("lists", "id", "lists", () -> platform.listsById().values().stream()
                        .map(WukongAdapter::list)
                        .toList()));
    }

    private List<JsonNode> leads() {
        List<JsonNode> leads = new ArrayList<>();
        platform.leadsById().forEach((id, lead) -> leads.add(lead(lead, platform.dayOf(id))));
        return leads;
    }

    /** A lead with its day, its values taken apart, and no user, as it is read when all users are asked for at once. */
    private static JsonNode lead(JsonNode lead, LocalDate day) {
        ObjectNode expected = lead.deepCopy();
        SEVERAL_VALUES.forEach((joined, apart) -> {
            ArrayNode values = expected.putArray(apart);
            for (String value : lead.get(joined).textValue().split(",")) {
                if (!value.isEmpty() && !value.equals(NONE)) {
                    values.add(value);
                }
            }
        });
        return expected.put("create_at", day.toString());
    }

    /** A list with the time of its creation as a local time, which other platforms write. */
    private static JsonNode list(JsonNode list) {
        Instant created =
                Instant.ofEpochSecond(Long.parseLong(list.get("create_time").textValue()));
        ObjectNode expected = list.deepCopy();
        return expected.put("create_time", LOCAL_TIME.format(created.atOffset(ZONE)));
    }

    @Override
    public void close() {
        server.close();
    }
}

package io.martech.connect.sandbox.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.martech.connect.sandbox.http.ApiConditions;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.m1world.M1worldServer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** M1world, and an account with a fixed key. */
public record M1worldAdapter(M1worldPlatform platform, M1worldServer servers) implements PlatformAdapter {
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final Set<String> INSTANTS = Set.of("createTime", "updateTime", "createtime", "sendtime");
    private static final List<String> WHAT_TELLS_EVENTS_APART =
            List.of("task_id", "email", "dmdtype", "eventdate", "clickurl", "ip", "mailing_id");

    /** An empty platform. */
    public static M1worldAdapter start(InstantSource clock, long seed) {
        M1worldPlatform platform = new M1worldPlatform(clock, seed);
        return new M1worldAdapter(platform, M1worldServer.start(platform));
    }

    @Override
    public ApiServer server() {
        return servers.api();
    }

    @Override
    public ApiConditions conditions() {
        return platform.conditions();
    }

    @Override
    public void listInDisorder() {
        platform.quirks().replicasOrderTiesDifferently.set(true);
        platform.quirks().propertyListDelay.set(Duration.ofSeconds(2));
    }

    @Override
    public Map<String, String> account() {
        return Map.of("m1world.url", server().uri().toString(), "m1world.token", M1worldPlatform.TOKEN);
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(
                table("contacts", "id", "contact.all", () -> platform.contacts()
                        .byId()
                        .values()),
                table("groups", "id", "contact.group.all", platform::groups),
                table("tags", "id", "contact.tag.all", platform::tags),
                table("properties", "id", "contact.property.all", platform::properties),
                table("fields", "field", "contact.setting", platform::fields),
                table("email-tasks", "task_id", "edm.tasks", platform::tasks),
                new SourceTable("email-events", "event_id", "edm.task.detail", this::events));
    }

    private static SourceTable table(
            String resource, String keyField, String requests, Supplier<Collection<JsonNode>> rows) {
        return new SourceTable(resource, keyField, requests, () -> rows.get().stream()
                .map(row -> expected("", row))
                .toList());
    }

    private List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        platform.tasks().forEach(task -> platform.eventsOf(task.get("task_id").longValue())
                .forEach(event -> events.add(event(event))));
        return events;
    }

    /** An event, with the id that it gets: half a SHA-256 of what tells it apart, each part followed by a zero byte. */
    private static JsonNode event(JsonNode event) {
        StringBuilder text = new StringBuilder();
        WHAT_TELLS_EVENTS_APART.forEach(
                field -> text.append(event.path(field).asText()).append('\0'));
        ObjectNode expected = (ObjectNode) expected("", event);
        return expected.put("event_id", HexFormat.of().formatHex(sha256(text.toString()), 0, 16));
    }

    /** A row with times as ISO texts: a single space is null, birthdays are days. */
    private static JsonNode expected(String field, JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonText.object();
            value.properties().forEach(each -> {
                if (!" ".equals(each.getValue().asText())) {
                    object.set(each.getKey(), expected(each.getKey(), each.getValue()));
                }
            });
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonText.array();
            value.forEach(element -> array.add(expected("", element)));
            return array;
        }
        if (INSTANTS.contains(field)) {
            return TextNode.valueOf(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(value)));
        }
        if (field.equals("birthday")) {
            return TextNode.valueOf(at(value).toLocalDate().toString());
        }
        return field.equals("eventdate") ? TextNode.valueOf(value.asText().replace(' ', 'T') + ZONE) : value;
    }

    private static OffsetDateTime at(JsonNode milliseconds) {
        return Instant.ofEpochMilli(milliseconds.longValue()).atOffset(ZONE);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java runtime has SHA-256", e);
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}

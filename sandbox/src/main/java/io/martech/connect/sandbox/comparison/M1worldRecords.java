package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** M1world's rows as the source is documented to write them, with times as ISO texts, for comparisons. */
public final class M1worldRecords {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final Set<String> INSTANTS = Set.of("createTime", "updateTime", "createtime", "sendtime");
    private static final List<String> WHAT_TELLS_EVENTS_APART =
            List.of("task_id", "email", "dmdtype", "eventdate", "clickurl", "ip", "mailing_id");

    private M1worldRecords() {}

    /** A row of any list, in its documented form: a single space is null, birthdays are days. */
    public static JsonNode row(JsonNode row) {
        return inForm("", row);
    }

    /** An event, with the id that it gets: half a SHA-256 of what tells it apart, each part followed by a zero byte. */
    public static JsonNode event(JsonNode event) {
        StringBuilder text = new StringBuilder();
        WHAT_TELLS_EVENTS_APART.forEach(
                field -> text.append(event.path(field).asText()).append('\0'));
        ObjectNode expected = (ObjectNode) row(event);
        return expected.put("event_id", HexFormat.of().formatHex(sha256(text.toString()), 0, 16));
    }

    private static JsonNode inForm(String field, JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(each -> {
                if (!" ".equals(each.getValue().asText())) {
                    object.set(each.getKey(), inForm(each.getKey(), each.getValue()));
                }
            });
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(inForm("", element)));
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
}

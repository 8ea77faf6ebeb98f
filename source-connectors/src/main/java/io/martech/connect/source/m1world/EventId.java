package io.martech.connect.source.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The id of an event, which the platform does not provide: 128 bits of a hash over the task, the address, the type,
 * the time, the link, the network address and the mailing. The same event always has the same id.
 */
final class EventId {

    static final String FIELD = "event_id";

    private static final List<String> PARTS =
            List.of("task_id", "email", "dmdtype", "eventdate", "clickurl", "ip", "mailing_id");
    private static final int BYTES = 16;

    private EventId() {}

    /** The event with its id. */
    static JsonNode added(JsonNode event) {
        return event.isObject() ? ((ObjectNode) event.deepCopy()).put(FIELD, of(event)) : event;
    }

    static String of(JsonNode event) {
        MessageDigest digest = sha256();
        for (String part : PARTS) {
            // The document's table and its examples spell types differently. A blank is a missing value.
            String text = event.path(part).asText("").strip();
            String canonical = part.equals("dmdtype") ? text.toLowerCase(Locale.ROOT) : text;
            digest.update(canonical.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java runtime has SHA-256", e);
        }
    }
}

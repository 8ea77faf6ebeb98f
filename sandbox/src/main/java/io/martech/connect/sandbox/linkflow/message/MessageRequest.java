package io.martech.connect.sandbox.linkflow.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of {@code POST /open/messages} and {@code POST /open/messages/orders}.
 *
 * @param requestId null if absent
 * @param channelType UDC if absent
 * @param identities one or more
 * @param messages one or more
 */
public record MessageRequest(
        String requestId, String channelKey, String channelType, List<Identity> identities, List<Message> messages) {

    /**
     * One of its messages.
     *
     * @param id null if absent
     * @param ts a number, or a text of digits
     * @param data an object
     */
    record Message(String id, String domain, String action, JsonNode ts, JsonNode data) {}

    /** Reads a body. @throws ApiRefusal B00010 and B00002 */
    public static MessageRequest of(JsonNode root) {
        if (!root.isObject()) {
            throw Refusals.illegalParameter("the body is no JSON object");
        }
        String channelType = optionalText(root, "channelType");
        return new MessageRequest(
                optionalText(root, "request_id"),
                requiredText(root, "channelKey"),
                channelType == null ? "UDC" : channelType,
                identitiesOf(root),
                messagesOf(root));
    }

    /** Reads the identities of a body, whatever else is in it. @throws ApiRefusal B00010 and B00002 */
    public static List<Identity> identitiesOf(JsonNode root) {
        List<Identity> identities = new ArrayList<>();
        for (JsonNode identity : requiredList(root, "identities")) {
            identities.add(new Identity(requiredText(identity, "type"), requiredText(identity, "id")));
        }
        return identities;
    }

    private static List<Message> messagesOf(JsonNode root) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : requiredList(root, "messages")) {
            JsonNode ts = message.path("ts");
            if (ts.isMissingNode() || ts.isNull()) {
                throw Refusals.missingParameter("ts");
            }
            if (!ts.isIntegralNumber() && !ts.asText().matches("\\d+")) {
                throw Refusals.illegalParameter("ts [" + ts + "]");
            }
            JsonNode data = message.path("data");
            if (!data.isObject()) {
                throw Refusals.missingParameter("data");
            }
            messages.add(new Message(
                    optionalText(message, "message_id"),
                    requiredText(message, "domain"),
                    requiredText(message, "action"),
                    ts,
                    data));
        }
        return messages;
    }

    private static JsonNode requiredList(JsonNode parent, String name) {
        JsonNode list = parent.path(name);
        if (!list.isArray() || list.isEmpty()) {
            throw Refusals.missingParameter(name);
        }
        return list;
    }

    private static String requiredText(JsonNode parent, String name) {
        String text = optionalText(parent, name);
        if (text == null || text.isBlank()) {
            throw Refusals.missingParameter(name);
        }
        return text;
    }

    private static String optionalText(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw Refusals.illegalParameter(name + " [" + value + "]");
        }
        return value.textValue();
    }
}

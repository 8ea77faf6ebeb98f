package io.martech.connect.sandbox.linkflow.tag;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of {@code POST /v1/tags/value}.
 *
 * @param actions one or more, in the order in which they are applied
 */
public record TagActions(Identity identity, List<Action> actions) {

    /**
     * One of its actions.
     *
     * @param value null for a delete
     */
    record Action(long tagId, String action, String value) {}

    /** Reads a body. @throws ApiRefusal B00010 and B00002 */
    public static TagActions of(JsonNode root) {
        JsonNode list = root.path("actions");
        if (!list.isArray() || list.isEmpty()) {
            throw Refusals.missingParameter("actions");
        }
        List<Action> actions = new ArrayList<>();
        for (JsonNode action : list) {
            JsonNode tagId = action.path("tagId");
            if (!tagId.isIntegralNumber()) {
                throw Refusals.illegalParameter("tagId [" + tagId + "]");
            }
            actions.add(new Action(tagId.longValue(), text(action, "action"), value(action)));
        }
        return new TagActions(identityOf(root), actions);
    }

    /** Reads the person, whatever else is in the body. @throws ApiRefusal B00010 and B00002 */
    public static Identity identityOf(JsonNode root) {
        JsonNode identity = root.path("identity");
        return new Identity(text(identity, "type"), text(identity, "id"));
    }

    private static String value(JsonNode action) {
        return switch (text(action, "action")) {
            case "set" -> text(action, "value");
            case "delete" -> null;
            default -> throw Refusals.illegalParameter("action [" + action.get("action") + "]");
        };
    }

    private static String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank())) {
            throw Refusals.missingParameter(name);
        }
        if (!value.isTextual()) {
            throw Refusals.illegalParameter(name + " [" + value + "]");
        }
        return value.textValue();
    }
}

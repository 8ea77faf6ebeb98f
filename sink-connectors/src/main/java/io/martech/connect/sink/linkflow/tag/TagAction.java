package io.martech.connect.sink.linkflow.tag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.Json;

/**
 * One element of a request's {@code actions}.
 *
 * @param tag the tag
 * @param value what to set; null to delete
 */
public record TagAction(Tag tag, String value) {

    ObjectNode toJson() {
        ObjectNode action = Json.object();
        action.put("tagId", tag.id());
        if (value != null) {
            action.put("value", value);
        }
        return action.put("action", value == null ? "delete" : "set");
    }

    /** Without the value, which is personal data. */
    @Override
    public String toString() {
        return "TagAction[" + tag.id() + "]";
    }
}

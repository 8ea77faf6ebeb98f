package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/**
 * One record of a topic of JSON.
 *
 * @param key a {@code NullNode} if it has none
 * @param value a {@code NullNode} if it is a tombstone
 */
public record TopicRecord(JsonNode key, JsonNode value) {

    /** The same without fields of which the platform knows nothing. */
    public TopicRecord without(Collection<String> fields) {
        return value.isObject() ? new TopicRecord(key, ((ObjectNode) value.deepCopy()).remove(fields)) : this;
    }
}

package io.martech.connect.sandbox.m1world.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * A contact as it stands.
 *
 * @param created epoch milliseconds
 * @param updated epoch milliseconds
 * @param fields the document's fields that are not empty, by name
 * @param properties the custom fields that are not empty, by {@code propertyId}
 * @param groups ids of the groups that it belongs to
 */
public record Contact(
        long id,
        long created,
        long updated,
        Map<String, JsonNode> fields,
        Map<Long, String> properties,
        Set<Long> groups) {

    public Contact {
        fields = Map.copyOf(fields);
        properties = Map.copyOf(properties);
        groups = Set.copyOf(groups);
    }

    /** The text of a field; null when it is empty. */
    String text(String field) {
        JsonNode value = fields.get(field);
        return value == null ? null : value.asText();
    }

    public Contact withContent(Map<String, JsonNode> otherFields, Map<Long, String> otherProperties, long now) {
        return new Contact(id, created, now, otherFields, otherProperties, groups);
    }

    public Contact inGroups(Set<Long> others) {
        return new Contact(id, created, updated, fields, properties, others);
    }
}

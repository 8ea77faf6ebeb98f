package io.martech.connect.sandbox.m1world.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What a client says of a contact. A value of null is said to be empty; what is missing was not spoken of.
 *
 * @param fields by the name of {@code /contact/add}
 * @param properties by {@code propertyId}
 */
public record GivenContact(Map<String, JsonNode> fields, Map<Long, String> properties) {

    static GivenContact blank() {
        return new GivenContact(new HashMap<>(), new HashMap<>());
    }

    /** The text of a field; null when it is empty or was not spoken of. */
    String text(String field) {
        JsonNode value = fields.get(field);
        return value == null ? null : value.asText();
    }
}

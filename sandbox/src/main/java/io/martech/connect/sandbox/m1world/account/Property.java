package io.martech.connect.sandbox.m1world.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;

/**
 * A custom field.
 *
 * @param label its name; what contacts call label is their value
 * @param type 1 is a text, 2 a choice
 */
public record Property(long id, String label, int type, String description) {

    public ObjectNode render() {
        ObjectNode property = JsonText.object();
        property.put("description", description);
        property.put("id", id);
        property.put("label", label);
        property.put("type", type);
        return property;
    }
}

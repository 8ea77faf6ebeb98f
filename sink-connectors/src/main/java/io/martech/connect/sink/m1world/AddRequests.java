package io.martech.connect.sink.m1world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /contact/add} of "新增联系人": contacts as the text of a JSON array, at most 1,000 (E00005). Custom fields
 * are in {@code propertys}, where {@code label} is the value; a birthday is the epoch millisecond at which it begins.
 */
final class AddRequests implements ContactRequests {

    /** The group id in the response is not used, so an unexpected one is no reason to add all contacts once more. */
    private static final Expectation ADDED = Expectation.accepted().rejecting(REFUSED);

    private final String opType;
    private final ZoneOffset zone;

    /** @param zone the zone in which a birthday begins */
    AddRequests(ContactOperation operation, ZoneOffset zone) {
        this.opType = operation.opType();
        this.zone = zone;
    }

    @Override
    public ApiRequest of(List<Contact> contacts, Map<String, Property> properties) {
        ArrayNode list = Json.array();
        contacts.forEach(contact -> list.add(json(contact, properties)));
        ApiRequest request = ApiRequest.form("contacts", "/contact/add")
                .with("contacts", ContactRequests.formText(list))
                .with("opType", opType)
                .expecting(ADDED);
        String group = contacts.get(0).group();
        return group == null ? request : request.with("groupName", group);
    }

    private ObjectNode json(Contact contact, Map<String, Property> properties) {
        ObjectNode json = Json.object();
        contact.fields().forEach((field, value) -> put(json, field.nameInAdd(), value));
        if (!contact.properties().isEmpty()) {
            ArrayNode custom = json.putArray("propertys");
            contact.properties().forEach((name, value) -> custom.addObject()
                    .put("propertyId", properties.get(name).id())
                    .put("label", value));
        }
        return json;
    }

    private void put(ObjectNode json, String name, Object value) {
        if (value instanceof Boolean truth) {
            json.put(name, truth);
        } else if (value instanceof LocalDate day) {
            json.put(name, day.atStartOfDay().toInstant(zone).toEpochMilli());
        } else {
            json.put(name, (String) value);
        }
    }
}

package io.martech.connect.sink.m1world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.sink.lookup.LookupCache;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /contact/edit} of "编辑联系人": rows of texts, and the definitions of their columns; those marked
 * {@code isUniq} select the contacts. The effect of a row that matches none is undocumented.
 */
final class EditRequests implements ContactRequests {

    private static final Expectation EDITED = Expectation.accepted().rejecting(REFUSED);
    private static final int TEXT = 1;

    private final ContactField uniqueField;
    private final DateTimeFormatter birthday;
    private final LookupCache<String> titles;

    /**
     * @param birthday the format of a birthday
     * @param titles the display titles of the fields
     */
    EditRequests(ContactField uniqueField, DateTimeFormatter birthday, LookupCache<String> titles) {
        this.uniqueField = uniqueField;
        this.birthday = birthday;
        this.titles = titles;
    }

    @Override
    public ApiRequest of(List<Contact> contacts, Map<String, Property> properties) {
        List<ContactField> fields = List.copyOf(contacts.get(0).fields().keySet());
        List<String> custom = List.copyOf(contacts.get(0).properties().keySet());
        ArrayNode columns = Json.array();
        fields.forEach(field -> columns.add(column(field)));
        custom.forEach(name -> columns.add(column(properties.get(name))));
        ArrayNode rows = Json.array();
        for (Contact contact : contacts) {
            ArrayNode row = rows.addArray();
            fields.forEach(field -> row.add(text(contact.fields().get(field))));
            custom.forEach(name -> row.add(contact.properties().get(name)));
        }
        return ApiRequest.form("contacts", "/contact/edit")
                .with("contacts", ContactRequests.formText(rows))
                .with("fields", ContactRequests.formText(columns))
                .expecting(EDITED);
    }

    private ObjectNode column(ContactField field) {
        // In a single read, which returns one of the two names or neither: looking up each would read again for the
        // other.
        Map<String, String> known = titles.all();
        String title =
                known.getOrDefault(field.nameInAdd(), known.getOrDefault(field.nameInEdit(), field.nameInEdit()));
        ObjectNode column = Json.object().put("field", field.nameInEdit());
        if (field == uniqueField) {
            column.put("isUniq", true);
        }
        return column.put("name", title).put("isOrigin", true).put("type", TEXT);
    }

    private static ObjectNode column(Property property) {
        return Json.object()
                .put("field", Long.toString(property.id()))
                .put("name", property.name())
                .put("isOrigin", false)
                .put("type", property.type());
    }

    private String text(Object value) {
        if (value instanceof Boolean isMale) {
            return isMale ? "男" : "女";
        }
        return value instanceof LocalDate day ? birthday.format(day) : (String) value;
    }
}

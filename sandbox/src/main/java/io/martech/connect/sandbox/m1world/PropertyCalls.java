package io.martech.connect.sandbox.m1world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.m1world.account.Account;
import io.martech.connect.sandbox.m1world.account.Contact;
import io.martech.connect.sandbox.m1world.account.Property;
import io.martech.connect.sandbox.m1world.account.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls below {@code /contact/property}. Creating a custom field does not answer its id: who wants it reads the list. */
final class PropertyCalls {

    private final M1worldPlatform platform;
    private final Account account;
    private final Refusals refusals;
    private final CallParameters parameters;

    PropertyCalls(M1worldPlatform platform) {
        this.platform = platform;
        this.account = platform.account();
        this.refusals = platform.refusals();
        this.parameters = new CallParameters(platform.quirks(), refusals);
    }

    List<ApiEndpoint> all() {
        Call call = new Call(platform);
        return List.of(
                call.writing("/contact/property/add", this::add),
                call.writing("/contact/property/edit", this::edit),
                call.reading("POST", "/contact/property/all", fields -> list()),
                call.writing("/contact/property/delete", this::delete));
    }

    private Object add(RequestFields fields) {
        String label = parameters.required(fields, "label");
        int type = type(fields);
        String description = parameters.required(fields, "description");
        if (platform.quirks().repeatedPropertyRefused.get()
                && account.property(label).isPresent()) {
            throw refusals.parameter("label");
        }
        account.addProperty(label, type, description);
        return "success";
    }

    private Object edit(RequestFields fields) {
        long id = existing(fields);
        account.properties.put(
                id,
                new Property(
                        id,
                        parameters.required(fields, "label"),
                        type(fields),
                        parameters.required(fields, "description")));
        return "success";
    }

    private Object list() {
        ArrayNode list = JsonText.array();
        account.listedProperties(platform.quirks().propertyListDelay.get())
                .forEach(property -> list.add(property.render()));
        return list;
    }

    private Object delete(RequestFields fields) {
        long id = existing(fields);
        account.properties.remove(id);
        List<Contact> holders = account.contacts.all().stream()
                .filter(contact -> contact.properties().containsKey(id))
                .toList();
        for (Contact contact : holders) {
            Map<Long, String> rest = new HashMap<>(contact.properties());
            rest.remove(id);
            account.contacts.put(contact.withContent(contact.fields(), rest, contact.updated()));
        }
        return "success";
    }

    private long existing(RequestFields fields) {
        long id = parameters.number(fields, "id");
        if (!account.properties.containsKey(id)) {
            throw refusals.parameter("id");
        }
        return id;
    }

    private int type(RequestFields fields) {
        long type = parameters.number(fields, "fieldType");
        if (type != 1 && type != 2) {
            throw refusals.parameter("fieldType");
        }
        return (int) type;
    }
}

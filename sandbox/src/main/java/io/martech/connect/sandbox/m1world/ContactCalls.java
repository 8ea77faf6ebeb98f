package io.martech.connect.sandbox.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.m1world.account.Account;
import io.martech.connect.sandbox.m1world.account.Contact;
import io.martech.connect.sandbox.m1world.account.ContactForm;
import io.martech.connect.sandbox.m1world.account.ContactReader;
import io.martech.connect.sandbox.m1world.account.ContactWriter;
import io.martech.connect.sandbox.m1world.account.ContactWriter.Operation;
import io.martech.connect.sandbox.m1world.account.GivenContact;
import io.martech.connect.sandbox.m1world.account.M1worldQuirks;
import io.martech.connect.sandbox.m1world.account.OriginField;
import io.martech.connect.sandbox.m1world.account.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls below {@code /contact} that read and write contacts. */
final class ContactCalls {

    private final M1worldPlatform platform;
    private final Account account;
    private final M1worldQuirks quirks;
    private final Refusals refusals;
    private final CallParameters parameters;
    private final ContactReader reader;
    private final ContactWriter writer;
    private final ContactForm form;

    ContactCalls(M1worldPlatform platform) {
        this.platform = platform;
        this.account = platform.account();
        this.quirks = platform.quirks();
        this.refusals = platform.refusals();
        this.parameters = new CallParameters(quirks, refusals);
        this.reader = new ContactReader(account, quirks, refusals);
        this.writer = new ContactWriter(account, quirks, refusals);
        this.form = new ContactForm(account);
    }

    List<ApiEndpoint> all() {
        Call call = new Call(platform);
        return List.of(
                call.reading("GET", "/contact/setting", fields -> setting()),
                call.writing("/contact/add", this::add, this::persons),
                call.writing("/contact/edit", this::edit),
                call.writing("/contact/delete", this::delete),
                call.reading("GET", "/contact/detail", this::detail),
                call.reading("GET", "/contact/all", this::list));
    }

    /** Every field of the account, beside an id. */
    JsonNode setting() {
        ObjectNode data = JsonText.object();
        data.put("id", 339);
        ArrayNode fields = data.putArray("setting");
        for (OriginField field : OriginField.values()) {
            describe(fields, field.keyInEdit(), field.title(), true, 1);
        }
        account.properties
                .values()
                .forEach(property ->
                        describe(fields, Long.toString(property.id()), property.label(), false, property.type()));
        return data;
    }

    private static void describe(ArrayNode fields, String key, String title, boolean isOrigin, int type) {
        fields.addObject()
                .put("field", key)
                .put("name", title)
                .put("isOrigin", isOrigin)
                .put("isShowInQuery", key.equals(OriginField.FULL_NAME.key()))
                .put("orderby", fields.size())
                .put("type", type);
    }

    /** 新增联系人. Answers the group's id, or the text {@code null}, as documented, when no group was named. */
    private Object add(RequestFields fields) {
        String opType = parameters.required(fields, "opType");
        Operation operation =
                switch (opType) {
                    case "1" -> Operation.OVERWRITE;
                    case "2" -> Operation.MERGE;
                    case "3" -> Operation.ADD;
                    default -> throw refusals.parameter("opType");
                };
        JsonNode batch = reader.batch(fields.get("contacts"));
        List<GivenContact> contacts = reader.added(batch);
        Optional<String> groupName = fields.get("groupName").filter(name -> !name.isBlank());
        writer.checkAccountLimit(contacts, operation);
        Long group = groupName
                .map(name -> account.groups.findOrAdd(name, account.now()).id())
                .orElse(null);
        writer.add(contacts, operation, group);
        account.note("/contact/add", opType, groupName.orElse(null), batch, null);
        ObjectNode data = JsonText.object();
        return group == null ? data.put("groupId", "null") : data.put("groupId", group);
    }

    private Object edit(RequestFields fields) {
        JsonNode columns = reader.list("fields", fields.get("fields"));
        List<String> unique = reader.uniqueFields(columns);
        JsonNode batch = reader.batch(fields.get("contacts"));
        reader.edited(batch, columns).forEach(contact -> writer.edit(contact, unique));
        account.note("/contact/edit", null, null, batch, columns);
        return "success";
    }

    private Object delete(RequestFields fields) {
        List<Long> ids = parameters.ids(fields, "ids");
        ids.forEach(id -> account.contacts.remove(id));
        ArrayNode list = JsonText.array();
        ids.forEach(list::add);
        account.note("/contact/delete", null, null, list, null);
        return "success";
    }

    private Object detail(RequestFields fields) {
        return account.contacts
                .find(parameters.number(fields, "id"))
                .map(form::detailed)
                .orElseThrow(() -> refusals.parameter("id"));
    }

    private Object list(RequestFields fields) {
        List<Contact> contacts = account.contacts.ordered(quirks.contactOrder.get());
        if (fields.has("groupIds")) {
            List<Long> groups = parameters.ids(fields, "groupIds");
            contacts = contacts.stream()
                    .filter(contact -> contact.groups().stream().anyMatch(groups::contains))
                    .toList();
        }
        ObjectNode data = JsonText.object();
        data.put("total", contacts.size());
        ArrayNode list = data.putArray("list");
        parameters
                .page(fields, contacts, quirks.largestContactPage.get())
                .forEach(contact -> list.add(form.listed(contact)));
        return data;
    }

    private List<String> persons(RequestFields fields) {
        List<String> persons = new ArrayList<>();
        fields.get("contacts")
                .flatMap(JsonText::read)
                .ifPresent(list ->
                        list.forEach(contact -> quirks.identityFields.get().forEach(field -> {
                            String text = contact.path(field).asText();
                            if (!text.isBlank()) {
                                persons.add(field + ":" + text);
                            }
                        })));
        return persons;
    }
}

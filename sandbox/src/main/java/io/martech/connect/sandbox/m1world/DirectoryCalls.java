package io.martech.connect.sandbox.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.m1world.account.Account;
import io.martech.connect.sandbox.m1world.account.Contact;
import io.martech.connect.sandbox.m1world.account.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The calls below {@code /contact/group} and {@code /contact/tag}. */
final class DirectoryCalls {

    private final M1worldPlatform platform;
    private final Account account;
    private final CallParameters parameters;

    DirectoryCalls(M1worldPlatform platform) {
        this.platform = platform;
        this.account = platform.account();
        this.parameters = new CallParameters(platform.quirks(), platform.refusals());
    }

    List<ApiEndpoint> all() {
        Call call = new Call(platform);
        return List.of(
                call.writing("/contact/group/add", this::addGroup),
                call.writing("/contact/group/delete", this::deleteGroups),
                call.reading(
                        "GET", "/contact/group/all", fields -> list(fields, account.groups, "groups", "groupName")),
                call.writing("/contact/tag/add", this::addTag),
                call.reading("GET", "/contact/tag/all", fields -> list(fields, account.tags, "tags", "tagName")));
    }

    private Object addGroup(RequestFields fields) {
        Named.Thing group = account.groups.findOrAdd(parameters.required(fields, "name"), account.now());
        ObjectNode data = JsonText.object();
        data.put("id", group.id());
        data.put("groupName", group.name());
        data.put("createAt", 287006);
        data.put("createTime", group.created());
        data.put("updateTime", group.created());
        data.put("accountId", "7");
        return data;
    }

    private Object deleteGroups(RequestFields fields) {
        boolean withContacts = Boolean.parseBoolean(parameters.required(fields, "flag"));
        for (long id : parameters.ids(fields, "ids")) {
            for (Contact contact : members(id)) {
                Set<Long> groups = new HashSet<>(contact.groups());
                groups.remove(id);
                if (withContacts) {
                    account.contacts.remove(contact.id());
                } else {
                    account.contacts.put(contact.inGroups(groups));
                }
            }
            account.groups.remove(id);
        }
        return "success";
    }

    private Object addTag(RequestFields fields) {
        account.tags.findOrAdd(parameters.required(fields, "name"), account.now());
        return "success";
    }

    private Object list(RequestFields fields, Named named, String listName, String fieldName) {
        String key = fields.get("key").orElse("");
        List<Named.Thing> things =
                named.all().stream().filter(thing -> thing.name().contains(key)).toList();
        ObjectNode data = JsonText.object();
        data.put("total", things.size());
        ArrayNode list = data.putArray(listName);
        parameters.page(fields, things, Integer.MAX_VALUE).forEach(thing -> list.add(render(thing, named, fieldName)));
        return data;
    }

    /** Every group as the list shows it. */
    List<JsonNode> groups() {
        return rendered(account.groups, "groupName");
    }

    /** Every tag as the list shows it. */
    List<JsonNode> tags() {
        return rendered(account.tags, "tagName");
    }

    private List<JsonNode> rendered(Named named, String fieldName) {
        return named.all().stream()
                .map(thing -> (JsonNode) render(thing, named, fieldName))
                .toList();
    }

    private ObjectNode render(Named.Thing thing, Named named, String fieldName) {
        boolean isCounted =
                named == account.groups && platform.quirks().membersCounted.get();
        return JsonText.object()
                .put(fieldName, thing.name())
                .put("id", thing.id())
                .put("contactSize", isCounted ? members(thing.id()).size() : 0);
    }

    private List<Contact> members(long group) {
        return account.contacts.all().stream()
                .filter(contact -> contact.groups().contains(group))
                .toList();
    }
}

package io.martech.connect.sandbox.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.linkflow.model.Json;
import java.util.Optional;

/** What the platform holds of a contact besides its row: identities, tag values, channel accounts. */
public final class ContactSides {

    private final LinkflowPlatform platform;

    public ContactSides(LinkflowPlatform platform) {
        this.platform = platform;
    }

    public Optional<JsonNode> identities(long contactId) {
        return platform.contacts().find(contactId).map(contact -> {
            ArrayNode list = Json.nodes().arrayNode();
            platform.contacts().store().identitiesOf(contactId).forEach(identity -> list.addObject()
                    .put("id", identity.id())
                    .put("type", identity.type())
                    .set("dateCreated", contact.get("dateCreated")));
            return list;
        });
    }

    public Optional<JsonNode> channelIdentities(long contactId) {
        return platform.contacts().find(contactId).map(contact -> {
            ArrayNode list = Json.nodes().arrayNode();
            ObjectNode account = list.addObject();
            account.put("id", contactId + 1).put("contactId", contactId).put("channelId", 140_926_029_029_409L);
            account.put("isActive", true).put("ver", 2).put("externalId", "wm" + contactId);
            account.set("dateCreated", contact.get("dateCreated"));
            account.putObject("channel").put("id", 140_926_029_029_409L).put("channelType", "WORKWECHAT_PRO");
            return list;
        });
    }

    public JsonNode tags(long contactId) {
        ArrayNode list = Json.nodes().arrayNode();
        platform.tags().valuesOf(contactId).forEach((key, value) -> {
            JsonNode tag = platform.tags().byKey().get(key);
            ObjectNode row = list.addObject();
            row.set("tagId", tag.get("tagId"));
            row.set("tagName", tag.get("tagName"));
            row.put("tagKey", key).put("value", value);
        });
        return list;
    }
}

package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.source.strategy.ListFeed;
import java.util.ArrayList;
import java.util.List;

/** Tag values of chosen contacts, two requests each; see {@link ContactSides}. */
record TagValuesFeed(ContactSides sides, List<String> contactIds) implements ListFeed {

    static final String NAME = "tag-values";

    /** @param reading whose configuration names the contacts */
    static ListFeed of(ListReading reading) {
        return new TagValuesFeed(
                new ContactSides(NAME, reading.client()),
                reading.config().getList(LinkflowListKeys.TAG_VALUES_CONTACT_IDS));
    }

    @Override
    public List<JsonNode> rows() {
        List<JsonNode> rows = new ArrayList<>();
        for (String contact : contactIds) {
            for (JsonNode value : sides.tags(sides.identities(contact))) {
                ObjectNode row = value.deepCopy();
                rows.add(row.put("contactId", Long.parseLong(contact)));
            }
        }
        return rows;
    }

    @Override
    public long requests() {
        return sides.client().requests();
    }
}

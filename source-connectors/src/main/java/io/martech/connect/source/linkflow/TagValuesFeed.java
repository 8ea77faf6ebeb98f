package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.source.engine.Findings;
import io.martech.connect.source.reader.snapshot.ListFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tag values of chosen contacts, two requests each; see {@link ContactSides}. */
record TagValuesFeed(ContactSides sides, List<String> contactIds, Findings findings) implements ListFeed {

    private static final Logger log = LoggerFactory.getLogger(TagValuesFeed.class);

    static final String NAME = "tag-values";

    /** @param reading whose configuration names the contacts */
    static ListFeed of(ListReading reading) {
        return new TagValuesFeed(
                new ContactSides(NAME, reading.client()),
                reading.config().getList(LinkflowListKeys.TAG_VALUES_CONTACT_IDS));
    }

    TagValuesFeed(ContactSides sides, List<String> contactIds) {
        this(sides, contactIds, new Findings());
    }

    @Override
    public List<JsonNode> rows() {
        List<JsonNode> rows = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String contact : contactIds) {
            Optional<List<JsonNode>> identities = sides.identitiesIfKnown(contact);
            if (identities.isEmpty()) {
                unknown.add(contact);
            }
            for (JsonNode value : sides.tags(identities.orElse(List.of()))) {
                ObjectNode row = value.deepCopy();
                rows.add(row.put("contactId", Long.parseLong(contact)));
            }
        }
        tellOf(unknown);
        return rows;
    }

    private void tellOf(List<String> unknown) {
        if (findings.isNews(LinkflowListKeys.TAG_VALUES_CONTACT_IDS, unknown.isEmpty() ? null : unknown)) {
            sides.client().countWarning();
            log.warn(
                    "{}: Linkflow knows {} of the {} contacts of {} not, for example {}. Nothing is read of them until it"
                            + " does.",
                    NAME,
                    unknown.size(),
                    contactIds.size(),
                    LinkflowListKeys.TAG_VALUES_CONTACT_IDS,
                    unknown.get(0));
        }
    }

    @Override
    public long requests() {
        return sides.client().requests();
    }
}

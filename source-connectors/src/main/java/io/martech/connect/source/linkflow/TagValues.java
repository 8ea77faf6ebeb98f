package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.source.endpoint.EndpointContext;
import io.martech.connect.source.engine.Findings;
import io.martech.connect.source.reader.snapshot.ListFeed.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tag values of selected contacts, two requests each; see {@link ContactSides}. */
record TagValues(ContactSides sides, List<String> contactIds, Findings findings) {

    private static final Logger log = LoggerFactory.getLogger(TagValues.class);

    static final String NAME = "tag-values";

    /** @param reading the context, whose configuration names the contacts */
    static Supplier<List<Answer>> of(EndpointContext<LinkflowSourceOptions> reading) {
        TagValues values = new TagValues(
                new ContactSides(NAME, reading.client()),
                reading.config().getList(LinkflowSourceOptions.TAG_VALUES_CONTACT_IDS));
        return values::answers;
    }

    TagValues(ContactSides sides, List<String> contactIds) {
        this(sides, contactIds, new Findings());
    }

    List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String contact : contactIds) {
            Optional<List<JsonNode>> identities = sides.identitiesIfKnown(contact);
            if (identities.isEmpty() || identities.get().isEmpty()) {
                unknown.add(contact);
            } else {
                answers.add(new Answer(contact, tagsOf(contact, identities.get())));
            }
        }
        tellOf(unknown);
        return answers;
    }

    private List<JsonNode> tagsOf(String contact, List<JsonNode> identities) {
        return sides.tags(identities).stream()
                .<JsonNode>map(value -> value.isObject()
                        ? ((ObjectNode) value.deepCopy()).put("contactId", Long.parseLong(contact))
                        : value)
                .toList();
    }

    private void tellOf(List<String> unknown) {
        if (findings.isNews(LinkflowSourceOptions.TAG_VALUES_CONTACT_IDS, unknown.isEmpty() ? null : unknown)) {
            sides.client().countWarning();
            log.warn(
                    "{}: {} of the {} contacts of {} are not known to Linkflow, or not by any identity, for example {}."
                            + " Nothing is read of them until they are, and none of their rows is emitted as deleted.",
                    NAME,
                    unknown.size(),
                    contactIds.size(),
                    LinkflowSourceOptions.TAG_VALUES_CONTACT_IDS,
                    unknown.get(0));
        }
    }
}

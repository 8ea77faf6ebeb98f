package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.ParallelRequests;
import java.util.List;

/**
 * Adds related data of contacts ({@code contacts.enrichment}): {@code identities}, {@code tags},
 * {@code channelIdentities}. Up to three requests per contact, several in flight, all subject to the quota. None of
 * these changes a contact's update time, so the added data is as recent as the contact's last change.
 */
final class ContactEnrichment {

    static final String IDENTITIES = "identities";
    static final String TAGS = "tags";
    static final String CHANNEL_IDENTITIES = "channel-identities";

    private final ContactSides sides;
    private final ParallelRequests parallel;
    private final List<String> parts;

    /** @param parts any of the three; empty for contacts without additions */
    ContactEnrichment(RequestCounter client, ParallelRequests parallel, List<String> parts) {
        this.sides = new ContactSides(ContactsFeed.NAME, client);
        this.parallel = parallel;
        this.parts = List.copyOf(parts);
    }

    List<JsonNode> of(List<JsonNode> contacts) {
        return parts.isEmpty() || contacts.isEmpty() ? contacts : parallel.inOrder(contacts, this::enriched);
    }

    private JsonNode enriched(JsonNode contact) {
        ObjectNode row = contact.deepCopy();
        String id = contact.path("id").asText();
        if (parts.contains(IDENTITIES) || parts.contains(TAGS)) {
            List<JsonNode> identities = sides.identities(id);
            if (parts.contains(IDENTITIES)) {
                row.putArray("identities").addAll(identities);
            }
            if (parts.contains(TAGS)) {
                row.putArray("tags").addAll(sides.tags(identities));
            }
        }
        if (parts.contains(CHANNEL_IDENTITIES)) {
            row.putArray("channelIdentities").addAll(sides.channelIdentities(id));
        }
        return row;
    }
}

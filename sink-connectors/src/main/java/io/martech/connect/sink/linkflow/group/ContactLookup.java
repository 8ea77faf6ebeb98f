package io.martech.connect.sink.linkflow.group;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformClient;

/** {@code GET /open/identity/contact} of "查询联系人": the id of the contact with an identity, or null. */
public final class ContactLookup {

    private final PlatformClient client;

    public ContactLookup(PlatformClient client) {
        this.client = client;
    }

    /** The contact's id; null if Linkflow knows nobody of that identity. Not kept: contacts are merged. */
    Long idOf(Membership membership) {
        if (membership.contactId() != null) {
            return membership.contactId();
        }
        ApiRequest request = ApiRequest.get("contact ids", "/open/identity/contact")
                .with("idType", membership.person().type())
                .with("id", membership.person().id())
                .expecting(Expectation.id());
        JsonNode id = client.execute(request).body();
        return id.isIntegralNumber() ? id.longValue() : null;
    }
}

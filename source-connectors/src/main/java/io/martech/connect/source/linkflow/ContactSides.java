package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.chunk.RequestCounter;
import java.util.List;
import java.util.Optional;

/**
 * The data of a contact outside its row: {@code GET /open/contacts/{id}/identities} (根据联系人ID查询身份),
 * {@code GET /open/contacts/{id}/channel_identities} (根据联系人查询渠道账号) and {@code POST /open/contacts/tags} (获取联系人标签值).
 * The last requires an identity instead of an id, which costs one more request. A contact that does not exist (B00008)
 * has none of them.
 *
 * @param resource the resource that requests it, for messages
 */
record ContactSides(String resource, RequestCounter client) {

    public List<JsonNode> identities(String contactId) {
        return identitiesIfKnown(contactId).orElse(List.of());
    }

    /** Empty if the platform knows no such contact. */
    Optional<List<JsonNode>> identitiesIfKnown(String contactId) {
        return listIfKnown(ApiRequest.get(resource, "/open/contacts/" + contactId + "/identities"), "B00008");
    }

    public List<JsonNode> channelIdentities(String contactId) {
        return list(ApiRequest.get(resource, "/open/contacts/" + contactId + "/channel_identities"), "B00008");
    }

    /** @param identities the identities of one contact; without any its tags cannot be requested */
    public List<JsonNode> tags(List<JsonNode> identities) {
        if (identities.isEmpty()) {
            return List.of();
        }
        JsonNode identity = identities.get(0);
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", identity.path("id").asText())
                .put("type", identity.path("type").asText());
        return list(ApiRequest.post(resource, "/open/contacts/tags", body), "B01376");
    }

    private List<JsonNode> list(ApiRequest request, String codeOfNobody) {
        return listIfKnown(request, codeOfNobody).orElse(List.of());
    }

    private Optional<List<JsonNode>> listIfKnown(ApiRequest request, String codeOfNobody) {
        try {
            return Optional.of(client.list(request.expecting(Expectation.array().rejecting(codeOfNobody))));
        } catch (PlatformException e) {
            if (e.category() == Category.REJECT) {
                return Optional.empty();
            }
            throw e;
        }
    }
}

package io.martech.connect.sink.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How contacts of one batch are written. Codes: the document has one for everything that is wrong with a request, E10103. */
interface ContactRequests {

    /** A parameter is missing, or wrong: nothing else is documented for contacts that cannot be taken. */
    String REFUSED = "E10103";

    /**
     * The request that writes them, in this order.
     *
     * @param properties the custom fields that they speak of, by name
     */
    ApiRequest of(List<Contact> contacts, Map<String, Property> properties);

    /** JSON as a parameter of a form, as this platform wants lists. */
    static String formText(JsonNode json) {
        return new String(Json.write(json), StandardCharsets.UTF_8);
    }

    /** {@code POST /contact/delete} of "删除联系人": the ids as {@code [id1,id2]}. */
    static ApiRequest delete(List<ContactDeletion> deletions) {
        String ids = deletions.stream()
                .map(deletion -> Long.toString(deletion.id()))
                .distinct()
                .collect(Collectors.joining(",", "[", "]"));
        return ApiRequest.form("contacts", "/contact/delete")
                .with("ids", ids)
                .expecting(Expectation.accepted().rejecting(REFUSED));
    }
}
